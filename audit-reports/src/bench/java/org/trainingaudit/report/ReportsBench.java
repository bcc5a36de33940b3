package org.trainingaudit.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.trainingaudit.bench.CpuClock;
import org.trainingaudit.bench.Paired;
import org.trainingaudit.csv.CsvDialect;
import org.trainingaudit.csv.CsvFolder;
import org.trainingaudit.csv.CsvLines;
import org.trainingaudit.csv.CsvReader;
import org.trainingaudit.csv.CsvSchema;
import org.trainingaudit.csv.PublishedFolder;
import org.trainingaudit.trail.EntryText;
import org.trainingaudit.trail.TrailReader;

/**
 * Reports from the trail to the published folder, beside Commons CSV printing the same rows. Arguments: the {@code trail} folder of
 * a run that has published (as {@code ./audit run} leaves in {@code var/trail}), how often to copy its uses, and, if nothing
 * is to be compared, {@code once}: then the reports are written a single time and the memory is told.
 */
public final class ReportsBench {

    private ReportsBench() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        Path trail = Path.of(arguments[0]);
        int copies = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("bench.tmp", "/tmp")), "reports-bench");
        try {
            TrailReader original = TrailReader.of(trail);
            long published = original.checkpoint().checkpoint().size();
            long size = CopiedLog.write(original.texts(published), copies, folder.resolve("trail"));
            ConfigSnapshots snapshots = ConfigSnapshots.ofFolder(trail.resolve("config"));
            String run = newest(original.texts(published));
            if (arguments.length > 2) {
                once(folder, size, run, snapshots);
            } else {
                compare(folder, size, run, snapshots);
            }
        } finally {
            delete(folder);
        }
    }

    private static String newest(Iterable<EntryText> entries) {
        String run = "";
        for (EntryText entry : entries) {
            run = entry.kind().equals("run_open") ? entry.run() : run;
        }
        return run;
    }

    private static List<PublishedReport> write(Path folder, long size, String run, ConfigSnapshots snapshots) {
        try {
            Path target = folder.resolve("out/run");
            delete(target);
            TrailReader reader = TrailReader.of(folder.resolve("trail"));
            return Reports.write(reader.texts(size), run, snapshots, new ReportSettings(false), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables without {@code what-changes.csv}, which judges, and no export; answers how many rows they have. */
    private static long tables(Path folder, long size, String run, ConfigSnapshots snapshots) {
        try (Scratch scratch = new Scratch(folder.resolve("scratch"), Integer.MAX_VALUE);
                NightFold fold = new NightFold(run, scratch)) {
            return tables(folded(fold, folder, size, snapshots), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Night folded(NightFold fold, Path folder, long size, ConfigSnapshots snapshots) throws IOException {
        for (EntryText entry : TrailReader.of(folder.resolve("trail")).texts(size)) {
            fold.add(entry);
        }
        return new Night(fold, snapshots.find(fold.opened().configSha256()));
    }

    /** The same, when the trail was read and its entries sorted before. */
    private static long tables(Night night, Path folder) {
        try (PublishedFolder files = PublishedFolder.begin(folder.resolve("tables/run"))) {
            CsvFolder tables = new CsvFolder("tables", "Tables", CsvDialect.PLAIN, files);
            List<ReportFile<?>> made = new ArrayList<>();
            Reports.TABLES.stream()
                    .filter(report -> report != WhatChangesReport.REPORT)
                    .forEach(report -> made.add(new ReportFile<>(report, night, tables, night.scratch())));
            Totals totals = new Totals();
            try (Dossiers dossiers = night.dossiers()) {
                for (Optional<Dossier> next = dossiers.next(); next.isPresent(); next = dossiers.next()) {
                    totals.addUse(next.get());
                    for (ReportFile<?> report : made) {
                        report.add(next.get());
                    }
                }
            }
            long rows = 0;
            for (ReportFile<?> report : made) {
                rows += report.write(totals);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows whose cells are at hand: checked, made harmless, escaped, sorted, hashed and put on disk, as reports are. */
    private static void ours(Map<Report<?>, List<List<String>>> tables, Path folder) {
        try (Scratch scratch = new Scratch(folder.resolve("scratch"), Integer.MAX_VALUE);
                PublishedFolder files = PublishedFolder.begin(folder.resolve("given/run"))) {
            CsvFolder made = new CsvFolder("given", "Rows", CsvDialect.PLAIN, files);
            CsvLines lines = new CsvLines(CsvDialect.PLAIN);
            for (Map.Entry<Report<?>, List<List<String>>> table : tables.entrySet()) {
                CsvSchema schema = table.getKey().schema();
                Sorter rows = new Sorter(scratch, 6 << 20);
                for (List<String> cells : table.getValue()) {
                    lines.line(schema, cells);
                    rows.add(cells.get(0).getBytes(StandardCharsets.UTF_8), lines.bytes(), 0, lines.length());
                }
                try (CsvFolder.Table file = made.table(schema);
                        Sorter.Cursor cursor = rows.cursor()) {
                    while (cursor.next()) {
                        file.line(cursor.bytes, cursor.value, cursor.valueEnd - cursor.value);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void once(Path folder, long size, String run, ConfigSnapshots snapshots) {
        long begin = System.nanoTime();
        long cpu = CpuClock.PROCESS.nanos();
        long thread = CpuClock.THREAD.nanos();
        List<PublishedReport> reports = write(folder, size, run, snapshots);
        System.out.printf(
                "%d entries, %d rows, %d MB of files: %.1f s of CPU, %.1f of them in the writing thread,"
                        + " %.1f s on the wall, heap at most %d MiB%n",
                size,
                reports.stream().mapToLong(PublishedReport::rows).sum(),
                reports.stream().mapToLong(PublishedReport::bytes).sum() / 1_000_000,
                (CpuClock.PROCESS.nanos() - cpu) / 1e9,
                (CpuClock.THREAD.nanos() - thread) / 1e9,
                (System.nanoTime() - begin) / 1e9,
                Runtime.getRuntime().maxMemory() >> 20);
        reports.forEach(report ->
                System.out.printf("%-34s %,10d rows %,14d bytes%n", report.name(), report.rows(), report.bytes()));
    }

    private static void compare(Path folder, long size, String run, ConfigSnapshots snapshots) throws IOException {
        write(folder, size, run, snapshots);
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        Map<Report<?>, List<List<String>>> rowsOf = new LinkedHashMap<>();
        for (Report<?> report : Reports.TABLES) {
            List<List<String>> table =
                    CsvReader.read(Files.readAllBytes(folder.resolve("out/run").resolve(report.file())));
            tables.put(report.file(), table);
            rowsOf.put(report, table.subList(1, table.size()));
        }
        long rows = rowsOf.values().stream().mapToLong(List::size).sum();
        try (Scratch scratch = new Scratch(folder.resolve("scratch"), Integer.MAX_VALUE);
                NightFold fold = new NightFold(run, scratch)) {
            Night night = folded(fold, folder, size, snapshots);
            compare(folder, size, run, snapshots, tables, rowsOf, rows, night);
        }
    }

    private static void compare(
            Path folder,
            long size,
            String run,
            ConfigSnapshots snapshots,
            Map<String, List<List<String>>> tables,
            Map<Report<?>, List<List<String>>> rowsOf,
            long rows,
            Night night) {
        long tabled = tables(folder, size, run, snapshots);
        System.out.println("\n" + size + " entries of a trail, " + rows + " rows of reports\n");
        System.out.println(Paired.inUnitsOf("rows")
                .contender("reports from the trail, published", (double) rows, () -> {
                    write(folder, size, run, snapshots);
                    return rows;
                })
                .contender("Commons CSV printer alone", (double) rows, () -> {
                    print(tables, folder.resolve("printed"));
                    return rows;
                })
                .contender("its tables alone, without what-changes.csv", (double) tabled, () -> {
                    return tables(folder, size, run, snapshots);
                })
                .contender("the same tables, the trail read before", (double) tabled, () -> tables(night, folder))
                .contender("the same rows, given as cells", (double) rows, () -> {
                    ours(rowsOf, folder);
                    return rows;
                })
                .contender("reading and checking the trail alone", (double) rows, () -> read(folder, size))
                .goal("Commons CSV printer alone", 0.8)
                .clock(CpuClock.PROCESS)
                .rounds(5, 3, 1)
                .run()
                .markdown());
    }

    private static long read(Path folder, long size) {
        long bytes = 0;
        for (EntryText entry : TrailReader.of(folder.resolve("trail")).texts(size)) {
            bytes += entry.bodyLength();
        }
        return bytes;
    }

    private static void print(Map<String, List<List<String>>> tables, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, List<List<String>>> table : tables.entrySet()) {
                try (BufferedWriter out =
                                Files.newBufferedWriter(folder.resolve(table.getKey()), StandardCharsets.UTF_8);
                        CSVPrinter printer = new CSVPrinter(
                                out,
                                CSVFormat.RFC4180
                                        .builder()
                                        .setRecordSeparator("\n")
                                        .get())) {
                    for (List<String> row : table.getValue()) {
                        printer.printRecord(row);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
