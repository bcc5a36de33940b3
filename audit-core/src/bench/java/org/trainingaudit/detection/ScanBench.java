package org.trainingaudit.detection;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.trainingaudit.bench.CpuClock;
import org.trainingaudit.bench.Paired;
import org.trainingaudit.dataset.ByteRow;
import org.trainingaudit.dataset.Combinations;
import org.trainingaudit.dataset.DatasetReader;
import org.trainingaudit.dataset.Limits;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;

/**
 * A whole scan of the mixed table against the plain way, a bare read by FastCSV, and splitting alone, in one run: of 20 MB, or
 * of so many as {@code beside 1000} says. With a number alone: how long one scan of so many megabytes takes, and how much memory;
 * with {@code uncounted 1000} the same by detectors alone.
 */
final class ScanBench {

    private static final double MEGABYTE = 1e6;
    private static final Detectors DETECTORS = Shipped.detectors();

    private ScanBench() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("scan-bench");
        Path large = folder.resolve("people.csv");
        Path small = folder.resolve("few.csv");
        try {
            if (arguments.length == 1) {
                once(large, Long.parseLong(arguments[0]), Combinations.KNOWN);
                return;
            }
            if (arguments.length > 1 && arguments[0].equals("uncounted")) {
                once(large, Long.parseLong(arguments[1]), Combinations.UNCOUNTED);
                return;
            }
            MixedCsv.write(large, arguments.length > 1 ? Long.parseLong(arguments[1]) * 1_000_000 : 20_000_000, 7);
            MixedCsv.write(small, 60_000, 7);
            System.out.println(Paired.inUnitsOf("MB")
                    .contender("scan, all detectors", megabytes(large), () -> scan(large))
                    .contender(
                            "one regular expression per shape and word list, Commons CSV",
                            megabytes(small),
                            () -> plain(small))
                    .contender("FastCSV CsvRecord, bare read", megabytes(large), () -> fastCsv(large))
                    .contender("split only", megabytes(large), () -> split(large))
                    .goal("one regular expression per shape and word list, Commons CSV", 100)
                    .goal("FastCSV CsvRecord, bare read", 0.3)
                    .goal("split only", 0.1)
                    .rounds(5, 1, 0.3)
                    .run()
                    .markdown());
            System.out.println(Paired.inUnitsOf("MB")
                    .contender("split only", megabytes(large), () -> split(large))
                    .contender("FastCSV CsvRecord, bare read", megabytes(large), () -> fastCsv(large))
                    .goal("FastCSV CsvRecord, bare read", 2.5)
                    .rounds(5, 1, 0.3)
                    .run()
                    .markdown());
        } finally {
            Files.deleteIfExists(large);
            Files.deleteIfExists(small);
            Files.deleteIfExists(folder);
        }
    }

    private static void once(Path file, long megabytes, Combinations combinations) throws IOException {
        MixedCsv.write(file, megabytes * 1_000_000, 7);
        for (int threads = 1; threads <= 2; threads++) {
            long cpu = CpuClock.PROCESS.nanos();
            long begun = System.nanoTime();
            try (ParallelProfiler profiler = new ParallelProfiler(DETECTORS, "people", combinations, threads)) {
                DatasetReader.read(file, Limits.DEFAULT, profiler);
                long rows = profiler.profile().rows();
                System.out.printf(
                        "%d MB, %d rows, threads that look %d: %.1f s, %.1f CPU s, %.1f MB/core-s, heap limit %d MB, peak RSS %s%n",
                        megabytes,
                        rows,
                        threads,
                        (System.nanoTime() - begun) / 1e9,
                        (CpuClock.PROCESS.nanos() - cpu) / 1e9,
                        megabytes * 1e9 / (CpuClock.PROCESS.nanos() - cpu),
                        Runtime.getRuntime().maxMemory() >> 20,
                        peak());
            }
        }
    }

    private static String peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("unknown");
    }

    private static double megabytes(Path file) throws IOException {
        return Files.size(file) / MEGABYTE;
    }

    private static long scan(Path file) {
        DatasetProfiler profiler = new DatasetProfiler(DETECTORS, "people");
        DatasetReader.read(file, Limits.DEFAULT, profiler);
        return profiler.profile().rows();
    }

    private static long split(Path file) {
        long[] sum = new long[1];
        return DatasetReader.read(file, Limits.DEFAULT, new RowVisitor() {
                            @Override
                            public void columns(List<String> names) {
                                sum[0] = names.size();
                            }

                            @Override
                            public void row(Row row) {
                                ByteRow cells = (ByteRow) row;
                                for (int i = 0; i < cells.size(); i++) {
                                    sum[0] += cells.end(i) - cells.start(i);
                                }
                            }

                            @Override
                            public void rejected(Rejection rejection) {
                                sum[0]++;
                            }
                        })
                        .read()
                + (sum[0] == 0 ? 1 : 0);
    }

    private static long fastCsv(Path file) {
        long rows = -1;
        long length = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : reader) {
                rows++;
                for (int i = 0; i < row.getFieldCount(); i++) {
                    length += row.getField(i).length();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return length == 0 ? 0 : rows;
    }

    /** A regular expression and what else it takes to count a find. */
    private record Definition(Pattern pattern, java.util.function.Predicate<String> check) {}

    private static final List<Definition> DEFINITIONS = definitions();

    /** Each shape, and for each word list one alternation of all its words. */
    private static List<Definition> definitions() {
        CellReader.Engine engine = DETECTORS.engine();
        List<Definition> all = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>(engine.alone());
        engine.labelled().forEach(shapes::addAll);
        shapes.forEach(shape -> all.add(new Definition(shape.pattern().pattern(), shape.check())));
        TreeMap<String, StringBuilder> words = new TreeMap<>();
        engine.lexicon().terms().forEach((word, numbers) -> {
            if (numbers[0] >= engine.phrases().size()) {
                String of = engine.vocabulary()
                        .detector(numbers[0] - engine.phrases().size());
                StringBuilder list = words.computeIfAbsent(of, key -> new StringBuilder());
                list.append(list.length() == 0 ? "" : "|").append(Pattern.quote(word));
            }
        });
        words.values()
                .forEach(list -> all.add(new Definition(
                        Pattern.compile("(?<![A-Za-z0-9])(?:" + list + ")(?![A-Za-z0-9])", Pattern.CASE_INSENSITIVE),
                        word -> true)));
        return all;
    }

    /** Looks at every value with every definition; names of people are left out, to the good of this way. */
    private static long plain(Path file) {
        long rows = -1;
        BitSet found = new BitSet();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            for (CSVRecord row : parser) {
                rows++;
                for (String value : row) {
                    look(Folding.fold(value).text(), found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.isEmpty() ? 0 : rows;
    }

    private static void look(String value, BitSet found) {
        for (int i = 0; i < DEFINITIONS.size(); i++) {
            Matcher matcher = DEFINITIONS.get(i).pattern.matcher(value);
            while (matcher.find()) {
                if (DEFINITIONS.get(i).check.test(matcher.group())) {
                    found.set(i);
                }
            }
        }
    }
}
