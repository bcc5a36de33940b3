package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.dataset.Combinations;
import org.trainingaudit.dataset.FileBlocks;
import org.trainingaudit.dataset.Limits;

/**
 * All detectors and a scan on two threads, in a Java of its own with little memory. What is learnt from values goes on growing for
 * some 300 MB, so that these few megabytes get less than {@code docs/performance.md} says of a gigabyte.
 */
class SmallMemoryTest {

    private static final String HEAP = "-Xmx30m";
    private static final long MOST_MEGABYTES = 128;
    private static final Pattern NEEDED = Pattern.compile(
            "(snakeyaml-engine|hibernate-validator|jakarta[.]validation-api|jboss-logging|classmate|zstd-jni)-.*");

    @TempDir
    Path folder;

    @Test
    void isEnoughForAllDetectorsAndAScanWithoutCountingCombinations() throws Exception {
        Path file = folder.resolve("people.csv");
        MixedCsv.write(file, 6_000_000, 7);
        String said = scannedApart(file);
        assertThat(said).as(said).contains("rows ");
        long rows = Long.parseLong(said.replaceFirst("(?s).*rows (\\d+).*", "$1"));
        assertThat(rows).isGreaterThan(10_000);
        assertThat(said).contains("contact.email", "payment_card", "birth_date");
        Path peak = Path.of("/proc/self/status");
        if (Files.exists(peak)) {
            assertThat(Long.parseLong(said.replaceFirst("(?s).*VmHWM:\\s+(\\d+) kB.*", "$1")) / 1024)
                    .as("MiB of memory at most")
                    .isLessThanOrEqualTo(MOST_MEGABYTES);
        }
    }

    private static String scannedApart(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-Xmn1m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Daudit.home=" + System.getProperty("audit.home", ".."),
                        "-cp",
                        classPath(),
                        Scanned.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    /** Each jar on it takes memory, so only those are that the program takes for this. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Files.isDirectory(Path.of(entry))
                        || NEEDED.matcher(Path.of(entry).getFileName().toString())
                                .matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Scans a file and prints what was found. */
    static final class Scanned {

        private Scanned() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]);
            FileBlocks blocks = FileBlocks.cut(file, file.toString(), Limits.DEFAULT, 1_000_000)
                    .orElseThrow();
            BlockScan scan = new BlockScan(
                    Shipped.detectors(),
                    "people",
                    blocks,
                    file,
                    file.toString(),
                    Limits.DEFAULT,
                    Combinations.UNCOUNTED,
                    0);
            DatasetProfile profile = scan.run(2, BlockScan.Kept.NOTHING).profile();
            List<Classification> found = profile.columns().stream()
                    .flatMap(column -> column.classifications().stream())
                    .toList();
            System.out.println("rows " + profile.rows() + " "
                    + found.stream().map(Classification::category).toList());
            Path status = Path.of("/proc/self/status");
            if (Files.exists(status)) {
                System.out.println(Files.readString(status));
            }
        }
    }
}
