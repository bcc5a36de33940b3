package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds what the detectors find in labelled data of others to floors; see NOTICE.md beside the data. */
class AccuracyFloorsTest {

    private static final Path DATA = Path.of("src/test/resources/org/trainingaudit/detection/labelled");

    @Test
    void fallsShortOfNoGoalOnTheDataThatMayShip() throws IOException {
        for (Measure measure : Accuracy.of(Shipped.detectors(), DATA).measures()) {
            if (!measure.name().equals(Accuracy.SINGLE_CELLS)) {
                assertThat(measure).as(measure.toString()).matches(Measure::isReached);
            }
        }
    }

    @Test
    void findsLittleInSingleCellsOfNegatives() throws IOException {
        assertThat(Accuracy.of(Shipped.detectors(), DATA).matchedPerTenThousand())
                .isLessThan(4);
    }
}
