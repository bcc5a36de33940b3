package org.trainingaudit.detection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Text;

/** Tries each detector on a text or a column name of which it must have something to say. */
final class SelfTest {

    private SelfTest() {}

    /**
     * What a detector is tried on: its example, else its first term as a value, else its first phrase as a column name.
     *
     * @param text a value
     * @param name a column's name, where there is no value
     */
    record Fixture(Optional<String> text, Optional<String> name) {

        static Fixture of(DetectorFile.Entry entry) {
            Optional<String> first = entry.terms().stream().findFirst().map(Text::value);
            return new Fixture(
                    entry.example().map(Text::value).or(() -> first),
                    entry.names().stream().findFirst().map(Text::value));
        }
    }

    /** The ids of the detectors that have nothing to say of what they are tried on, or have nothing to be tried on. */
    static List<String> blind(Detectors detectors, Map<String, Fixture> fixtures) {
        return fixtures.entrySet().stream()
                .filter(entry -> !sees(detectors, entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean sees(Detectors detectors, String id, Fixture fixture) {
        if (fixture.text.isPresent()) {
            return detectors.find(fixture.text.get()).stream()
                    .anyMatch(span -> span.detector().equals(id));
        }
        return fixture.name
                .map(name -> HeaderReading.of(name, detectors).named().containsKey(id))
                .orElse(false);
    }
}
