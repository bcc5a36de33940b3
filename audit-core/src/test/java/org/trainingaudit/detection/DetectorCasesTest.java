package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each detector finds and what it must leave alone, from the tables under {@code cases}: a text, the stretches to be
 * found (several parted by a bar, none for a near miss), and why. The detector {@code *} means that nothing at all may be
 * found.
 */
class DetectorCasesTest {

    @ParameterizedTest
    @ValueSource(strings = {"contact", "numbers", "words"})
    void findsWhatTheTableSaysAndNothingElse(String table) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (CSVRecord row : Shipped.rows("cases/" + table + ".csv")) {
            List<String> found = found(row.get("text"), row.get("detector"));
            List<String> expected = row.get("finds").isEmpty()
                    ? List.of()
                    : List.of(row.get("finds").split("\\|", -1));
            if (!found.equals(expected)) {
                wrong.add("%s, '%s' (%s): expected %s, found %s"
                        .formatted(row.get("detector"), row.get("text"), row.get("why"), expected, found));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void hasACaseForEveryDetectorThatReadsValues() throws IOException {
        Set<String> tried = new HashSet<>();
        for (String table : List.of("contact", "numbers", "words")) {
            Shipped.rows("cases/" + table + ".csv").forEach(row -> tried.add(row.get("detector")));
        }
        Set<String> byNameAlone = Set.of(
                "fax",
                "locality",
                "body-size",
                "nationality",
                "philosophy",
                "child",
                "emotion",
                "neural",
                "religious-rite",
                "messages",
                "face-photo",
                "voice-recording",
                "contacts-of-communication");
        Set<String> untried = new HashSet<>(Shipped.detectors().ids());
        untried.removeAll(tried);
        untried.removeAll(byNameAlone);
        assertThat(untried).isEmpty();
    }

    private static List<String> found(String text, String detector) {
        return Shipped.detectors().find(text).stream()
                .filter(span -> detector.equals("*") || span.detector().equals(detector))
                .map(span -> text.substring(
                        text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end())))
                .toList();
    }
}
