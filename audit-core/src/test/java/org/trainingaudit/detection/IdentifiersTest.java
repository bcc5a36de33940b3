package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Identity numbers of many countries, as another program judges them.
 */
class IdentifiersTest {

    @Test
    void agreesOnEveryClaimedSchemeWithAnotherProgram() throws IOException {
        Map<String, Score> schemes = NationalNumbers.schemes(Shipped.detectors(), true);
        StringBuilder misses = new StringBuilder();
        schemes.values()
                .forEach(score ->
                        score.misses().forEach(miss -> misses.append(miss).append('\n')));
        assertThat(schemes.size()).isGreaterThanOrEqualTo(40);
        assertThat(misses.toString()).isEmpty();
    }

    @Test
    void takesFewWrongNumbersForIdentifiersWhereNothingAnnouncesThem() throws IOException {
        int wrong = NationalNumbers.schemes(Shipped.detectors(), false).values().stream()
                .mapToInt(Score::wrongNothings)
                .sum();
        assertThat(wrong).isLessThanOrEqualTo(7);
    }
}
