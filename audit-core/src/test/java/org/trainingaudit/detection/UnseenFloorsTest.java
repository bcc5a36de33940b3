package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds what is found in made-up tables of many countries to floors; docs/accuracy-unseen.md tells how they came about. */
class UnseenFloorsTest {

    private static final Path DATA = Path.of("src/test/resources/org/trainingaudit/detection/unseen");

    @Test
    void tellsSpecialColumnsFromCataloguesAndShares() throws IOException {
        Score first = ColumnAccuracy.of(Shipped.detectors(), new LabelledData(DATA)).first;

        assertThat(first.macroF1()).as("macro F1").isGreaterThan(0.94);
        assertThat(first.labelledNothings()).as("nothing, but told").isLessThan(0.01);
        assertThat(first.specialNothings()).as("nothing, but told special").isLessThan(0.005);
    }
}
