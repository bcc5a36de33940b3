package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Full bundles are checked by another reading than the rest; it must find the same, and name the same place. */
class FullBundleTest {

    private static final int SIZE = 700;
    private static final int FAULTY = 300;

    @TempDir
    Path temp;

    private static final Map<String, UnaryOperator<String>> FAULTS = Map.of(
            "a space", entry -> entry.replace("\"id\":", "\"id\": "),
            "another place", entry -> entry.replace("\"seq\":300", "\"seq\":299"),
            "a time before the last", entry -> entry.replace("2026-11-21T", "2026-11-20T"),
            "no time", entry -> entry.replace("2026-11-21T", "2026-11-31T"),
            "a run that nobody opened", entry -> entry.replace("\"run\":\"r\"", "\"run\":\"s\""),
            "a second opening", entry -> entry.replace("\"kind\":\"verdict\"", "\"kind\":\"log_open\""),
            "totals that don't add up", entry -> entry.replace("\"kind\":\"verdict\"", "\"kind\":\"totals\""),
            "the id of an earlier entry", entry -> entry.replace(id(FAULTY), id(3)),
            "a letter that isn't composed", entry -> entry.replace("患者", "e\u0301"));

    @Test
    void isVerifiedEntryByEntry() {
        VerifyReport report = log(UnaryOperator.identity()).verify();

        assertThat(report.text()).endsWith("\nverified\n");
        assertThat(report.checked()).isEqualTo(SIZE);
    }

    @TestFactory
    Stream<DynamicTest> isRefusedWithThePlaceOf() {
        return FAULTS.entrySet().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> {
                    VerifyReport report = log(fault.getValue()).verify();
                    assertThat(report.exitCode()).as(report.text()).isEqualTo(1);
                    assertThat(report.problems())
                            .as(report.text())
                            .isNotEmpty()
                            .allMatch(problem -> problem.place().contains("seq " + FAULTY));
                }));
    }

    @Test
    void isRefusedWithTheEntryThatWasChangedAfter() throws IOException {
        CraftedLog log = log(UnaryOperator.identity());
        Path bundle = log.folder.resolve("tile/entries/001");
        byte[] bytes = Files.readAllBytes(bundle);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"seq\":300");
        bytes[at + 20] ^= 1;
        Files.write(bundle, bytes);

        VerifyReport report = log.verify();

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.problems())
                .as(report.text())
                .hasSize(1)
                .allMatch(problem -> problem.place().equals("tile/entries/001, seq 300"));
        assertThat(report.checked()).isEqualTo(SIZE - 1);
    }

    private static String id(int seq) {
        return EntryId.of("verdict", List.of("crafted", Integer.toString(seq)));
    }

    /** Published and signed as it is, so that only the entry itself is wrong. */
    private CraftedLog log(UnaryOperator<String> fault) {
        try {
            CraftedLog log = new CraftedLog(Files.createTempDirectory(temp, "log"))
                    .open()
                    .add("run_open", "r", "\"job\":\"nightly\"");
            while (log.entries.size() < SIZE) {
                log.add("verdict", "r", "\"name\":\"患者 " + log.entries.size() + "\"");
            }
            String entry = new String(log.entries.get(FAULTY), StandardCharsets.UTF_8);
            log.entries.set(FAULTY, fault.apply(entry).getBytes(StandardCharsets.UTF_8));
            return log.publish(CraftedLog.KEY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
