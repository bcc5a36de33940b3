package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds what is found in made-up tables of many countries to floors; docs/accuracy-unseen.md tells how they came about. */
class UnseenFloorsTest {

    private static final Path DATA = Path.of("src/test/resources/org/trainingaudit/detection");

    @ParameterizedTest
    @CsvSource({
        "unseen,0.95,0.01,0.005",
        "fresh,0.94,0.015,0.008",
        "held,0.95,0.02,0.01",
        "blind,0.95,0.01,0.005",
        "sealed,0.96,0.015,0.006",
        "fourth/open,0.91,0.016,0.007",
        "fourth/mid,0.71,0.025,0.016",
        "fourth/last,0.71,0.048,0.036",
        "fifth/open,0.77,0.025,0.015",
        "fifth/last,0.70,0.054,0.038"
    })
    void tellsSpecialColumnsFromCataloguesAndShares(String set, double macroF1, double told, double special)
            throws IOException {
        Score first = ColumnAccuracy.of(Shipped.detectors(), new LabelledData(DATA.resolve(set))).first;

        assertThat(first.macroF1()).as("macro F1").isGreaterThan(macroF1);
        assertThat(first.labelledNothings()).as("nothing, but told").isLessThan(told);
        assertThat(first.specialNothings()).as("nothing, but told special").isLessThan(special);
    }
}
