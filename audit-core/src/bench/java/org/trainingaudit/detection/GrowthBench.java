package org.trainingaudit.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trainingaudit.bench.CpuClock;
import org.trainingaudit.dataset.Combinations;
import org.trainingaudit.dataset.DatasetReader;
import org.trainingaudit.dataset.DeclaredKey;
import org.trainingaudit.dataset.FileBlocks;
import org.trainingaudit.dataset.Limits;

/**
 * Scans one generated file of so many megabytes, cold, with so many threads, and prints a line of a table: what {@code
 * bench/growth} calls for each size, in a Java of its own, so that memory is that of one scan. With {@code uncounted} by
 * detectors alone, with {@code keyed} by a declared key too.
 */
final class GrowthBench {

    private static final long BLOCK = 32L * 1024 * 1024;

    /** Some 700,000 combinations, more than there is room for. */
    private static final DeclaredKey KEY =
            new DeclaredKey(List.of("birth_date", "department", "status"), List.of("備考"), 5);

    private GrowthBench() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        long megabytes = Long.parseLong(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        Path file = folder.resolve("people-" + megabytes + ".csv");
        if (!Files.exists(file)) {
            MixedCsv.write(file, megabytes * 1_000_000, 7);
        }
        if (threads == 0) {
            return;
        }
        Combinations combinations = combinations(arguments.length > 3 ? arguments[3] : "");
        Detectors detectors = Shipped.detectors();
        long cpu = CpuClock.PROCESS.nanos();
        long begun = System.nanoTime();
        long rows = scan(detectors, file, threads, combinations);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double core = (CpuClock.PROCESS.nanos() - cpu) / 1e9;
        System.out.printf(
                "| %,d MB | %d | %,d | %.1f s | %.1f s | %.1f | %d MiB | %d MiB |%n",
                megabytes,
                threads,
                rows,
                seconds,
                core,
                Files.size(file) / 1e6 / core,
                Runtime.getRuntime().maxMemory() >> 20,
                peak());
    }

    private static Combinations combinations(String how) {
        return switch (how) {
            case "uncounted" -> Combinations.UNCOUNTED;
            case "keyed" -> Combinations.of(KEY);
            default -> Combinations.KNOWN;
        };
    }

    private static long scan(Detectors detectors, Path file, int threads, Combinations combinations) {
        var blocks = FileBlocks.cut(file, file.toString(), Limits.DEFAULT, BLOCK);
        if (blocks.isPresent()) {
            return new BlockScan(
                            detectors, "people", blocks.get(), file, file.toString(), Limits.DEFAULT, combinations, 0)
                    .run(threads, BlockScan.Kept.NOTHING)
                    .result()
                    .read();
        }
        DatasetProfiler profiler = new DatasetProfiler(detectors, "people", combinations);
        DatasetReader.read(file, Limits.DEFAULT, profiler);
        return profiler.profile().rows();
    }

    private static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                .findFirst()
                .orElse(0);
    }
}
