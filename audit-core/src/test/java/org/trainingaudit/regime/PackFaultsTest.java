package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the author of a pack reads for each fault: the folders in {@code faults}, each with broken files and the text
 * expected of them. With {@code -Dgolden=DIR} the texts that differ are written into that folder, to be looked at and
 * put beside the files.
 */
class PackFaultsTest {

    @TestFactory
    Stream<DynamicTest> areToldAsExpected() throws IOException {
        try (Stream<Path> folders = Files.list(Packs.folder("faults"))) {
            return folders.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws IOException {
        Packs packs = Packs.in("faults/" + folder.getFileName());
        Cases.load(packs.files, packs.regimes, packs.catalogue, packs.faults);
        String got = packs.faults.text() + "\n";
        Path expected = folder.resolve("expected.txt");
        String wanted = Files.exists(expected) ? Files.readString(expected) : "";
        String accept = System.getProperty("golden", "");
        if (!accept.isEmpty() && !got.equals(wanted)) {
            Path into = Path.of(accept, folder.getFileName().toString());
            Files.createDirectories(into);
            Files.writeString(into.resolve("expected.txt"), got);
        }
        assertThat(got).isEqualTo(wanted);
    }

    /** Findings, waivers and other packs name rules by their ids, between spaces, commas, semicolons and slashes. */
    @Test
    void areToldOfAnIdThatNobodyCouldName() {
        for (String id : List.of("R 1", "R/1", "R,1", "R;1", "R\u30001", "")) {
            assertThat(withRule(id).faults.text()).as(id).contains("'" + id + "' can't be the id of a rule");
        }
        for (String id : List.of("R-1", "Art.9(2)(a)", "§22", "第18条")) {
            assertThat(withRule(id).faults.text()).as(id).doesNotContain("can't be the id");
        }
    }

    private static Packs withRule(String id) {
        return Packs.of(Packs.pack(
                "bad",
                "",
                "  - {id: \"" + id
                        + "\", kind: duty, citation: \"1\", title: {en: A, ja: あ}, requires: {consent: true}}\n"));
    }

    @Test
    void areToldOfAPeriodThatReachesBeyondTheCalendar() {
        Packs packs = Packs.of(Packs.pack(
                "bad",
                "",
                "  - {id: R-1, kind: duty, citation: \"1\", title: {en: A, ja: あ},"
                        + " requires: {reportedOn: {within: P999999999Y, of: acquiredOn}}}\n"));
        assertThat(packs.faults.text()).contains("expected a length of time such as P30D");
    }

    @Test
    void leaveOutTheFaultyRegimeAndKeepTheOthers() {
        Packs packs = Packs.of(
                Packs.pack(
                        "good",
                        "",
                        "  - {id: R-1, kind: duty, citation: \"1\", title: {en: A, ja: あ}, requires: {consent: true}}\n"),
                Packs.pack(
                        "bad",
                        "",
                        "  - {id: R-1, kind: duty, citation: \"1\", title: {en: A, ja: あ}, requires: {consnet: true}}\n"),
                Packs.pack("heir", "extends: bad\n", "  []\n"));
        assertThat(packs.regimes.all()).extracting(Regime::id).containsExactly("good");
        assertThat(packs.regimes.leftOut()).containsExactly("bad", "heir");
        assertThat(packs.faults.text()).contains("did you mean 'consent'?");
    }
}
