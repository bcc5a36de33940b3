package org.trainingaudit.nightly;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.Faults;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.detection.DatasetProfile;
import org.trainingaudit.detection.ProfileCounts;
import org.trainingaudit.detection.SideCounts;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;

class DatasetScanTest {

    private static final Configuration SETUP =
            Configuration.load(new Places(Path.of("config"), Path.of("var")), new Faults());

    private static void scan(ReadResult read, DatasetProfile seen) {
        Dataset dataset = SETUP.datasets().get("hospital/patients");
        ProfileCounts counts = new ProfileCounts(seen.rows(), seen.rejected(), 0, List.of());
        DatasetScan.result(SETUP, dataset, read, seen, counts, SideCounts.NONE, note -> {});
    }

    @Test
    void failsWhereADatasetsRowsDoNotAddUp() {
        ReadResult read = new ReadResult(List.of("a"), 10, 0, new TreeMap<>(), "csv");
        scan(read, new DatasetProfile(10, 0, List.of(), Optional.empty(), List.of()));
        assertThatThrownBy(() -> scan(read, new DatasetProfile(9, 0, List.of(), Optional.empty(), List.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("hospital/patients: 10 rows read, but 9 classified, 0 rejected and 0 left out");
    }

    @Test
    void failsWhereARunsRowsDoNotAddUp() {
        RowTotals one = new RowTotals(5, 3, 1, 1);
        one.plus(one).requireBalance("nightly/2026-11-22");
        assertThatThrownBy(() -> one.plus(new RowTotals(1, 0, 0, 0)).requireBalance("nightly/2026-11-22"))
                .hasMessage("nightly/2026-11-22: 6 rows read, but 3 classified, 1 rejected and 1 left out");
    }
}
