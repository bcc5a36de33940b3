package org.trainingaudit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;

/** The line above each table: when and on what it was measured. */
public final class Machine {
    private static final Path CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Date, processor, cores, heap and Java. */
    public static String line() {
        Runtime runtime = Runtime.getRuntime();
        return "%s; %s, %d cores; heap at most %,d MiB; Java %s"
                .formatted(
                        LocalDate.now(Clock.systemUTC()),
                        processor(),
                        runtime.availableProcessors(),
                        runtime.maxMemory() >> 20,
                        System.getProperty("java.vm.version"));
    }

    private static String processor() {
        if (!Files.isReadable(CPU)) return System.getProperty("os.arch");
        try (Stream<String> lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
