package org.trainingaudit.nightly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trainingaudit.bench.CpuClock;

/** What the process has used since it was reset: wall and CPU time, and the most heap that lived through a collection. */
final class Footprint {

    private static final Path STATUS = Path.of("/proc/self/status");

    private long wall;
    private long cpu;

    Footprint() {
        reset();
    }

    void reset() {
        wall = System.nanoTime();
        cpu = CpuClock.PROCESS.nanos();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    double wallSeconds() {
        return (System.nanoTime() - wall) / 1e9;
    }

    double cpuSeconds() {
        return (CpuClock.PROCESS.nanos() - cpu) / 1e9;
    }

    /** The most heap in use at any time, garbage included, in MiB; never more than -Xmx. */
    static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    /** The most memory that the process has ever had, in MiB; 0 where the system doesn't say. */
    static long peakResident() {
        if (!Files.isReadable(STATUS)) return 0;
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
