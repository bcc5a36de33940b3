package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids that come again, with more and less memory. */
class IdsTest {

    private static final long SEED = 20261122;

    @Test
    void findsTheSameWhetherTheIdsFitIntoMemoryOrNot() {
        for (int most : List.of(20, 300, 10_000)) {
            List<Long> found = new ArrayList<>();
            List<Long> expected = new ArrayList<>();
            Map<List<Long>, Long> first = new HashMap<>();
            Random random = new Random(SEED);
            try (Ids ids = new Ids(1_500, most)) {
                for (long seq = 0; seq < 1_500; seq++) {
                    // Most ids begin alike, so that files have to be parted again and again.
                    long high = random.nextInt(4) == 0 ? random.nextLong() : 5;
                    long low = random.nextInt(8) == 0 ? random.nextInt(60) : random.nextLong();
                    if (first.putIfAbsent(List.of(high, low), seq) != null) {
                        expected.add(seq);
                    }
                    if (!ids.add(high, low, seq)) {
                        found.add(seq);
                    }
                }
                ids.repeated(found::add);
            }
            assertThat(found).as("at most %d in memory", most).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(expected).hasSizeGreaterThan(20);
        }
    }

    @Test
    void takesAnIdOfZerosForAnId() {
        for (int most : List.of(1, 100)) {
            List<Long> found = new ArrayList<>();
            try (Ids ids = new Ids(4, most)) {
                for (long seq = 0; seq < 4; seq++) {
                    if (!ids.add(0, seq == 2 ? 1 : 0, seq)) {
                        found.add(seq);
                    }
                }
                ids.repeated(found::add);
            }
            assertThat(found).containsExactlyInAnyOrder(1L, 3L);
        }
    }

    @Test
    void verifiesALogWhoseIdsDoNotFitIntoMemory(@TempDir Path temp) throws Exception {
        Path folder = temp.resolve("log");
        CraftedLog log = new CraftedLog(folder).open().add("run_open", "r", "\"job\":\"nightly\"");
        for (int i = 0; i < 48_000; i++) {
            log.add("verdict", "r", "\"use\":\"u" + i + "\"");
        }
        String early = new String(log.entries.get(300), StandardCharsets.UTF_8);
        String late = new String(log.entries.get(46_000), StandardCharsets.UTF_8);
        log.entries.set(46_000, late.replace(id(late), id(early)).getBytes(StandardCharsets.UTF_8));
        log.publish(CraftedLog.KEY);
        assertThat(verifiedApart(folder, temp)).contains("INVALID 48002 [seq 46000 an earlier entry has the same id]");
        try (var left = Files.list(temp)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("audit-verify"));
        }
    }

    private static String id(String entry) {
        return entry.replaceFirst(".*\"id\":\"([0-9a-f]{64}).*", "$1");
    }

    /** In a Java of its own that has 8 MiB, of which some 43,000 ids may take their share. */
    private static String verifiedApart(Path log, Path temp) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx8m",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + temp,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Verified.class.getName(),
                        log.toString(),
                        CraftedLog.vkey(CraftedLog.KEY).text())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    /** Verifies a log and prints what was found. */
    static final class Verified {

        private Verified() {}

        public static void main(String[] arguments) {
            VerifyReport report =
                    TrailVerifier.verify(Path.of(arguments[0]), VerifyOptions.with(VerifierKey.parse(arguments[1])));
            System.out.println(report.result() + " " + report.checked() + " "
                    + report.problems().stream()
                            .map(problem -> problem.place() + " " + problem.message())
                            .toList());
        }
    }
}
