package org.trainingaudit.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trainingaudit.nightly.DatasetResult.Status;
import org.trainingaudit.nightly.Inputs.DatasetInput;

/** Which datasets need no reading, and what a run then knows of them. */
class DatasetRowsTest {

    private static final String HASH = "0".repeat(64);

    private final MemoryDatabase database = new MemoryDatabase();
    private final Runs runs = new Runs(database.client);
    private final Inputs inputs = new Inputs(database.client, database.jdbc);
    private final DatasetRows rows = new DatasetRows(database.client, database.jdbc);

    @BeforeEach
    void migrate() {
        database.migrate();
    }

    private Run prepared(List<DatasetInput> datasets) {
        Run run = runs.open(RunRequest.everything(), LocalDate.of(2026, 11, 21), HASH, "", "");
        inputs.addDatasets(run, datasets);
        rows.settleAbsent(
                run,
                datasets.stream().filter(input -> !input.absent().isEmpty()).toList());
        rows.settleUnchanged(run);
        return run;
    }

    private static DatasetInput dataset(String name, String fingerprint, String detectors) {
        return new DatasetInput(name, fingerprint, detectors, "");
    }

    private static DatasetResult read(long count) {
        return new DatasetResult(
                Status.SCANNED,
                Optional.empty(),
                count,
                new TreeMap<>(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    @Test
    void areToBeReadWhereDataOrDetectorsAreNotThoseOfTheLastTime() {
        rows.remember(dataset("own/same", "f1", "d1"), read(7));
        rows.remember(dataset("own/changed", "f1", "d1"), read(8));
        rows.remember(dataset("own/looked-at-otherwise", "f1", "d1"), read(9));
        Run run = prepared(List.of(
                dataset("own/same", "f1", "d1"),
                dataset("own/changed", "f2", "d1"),
                dataset("own/looked-at-otherwise", "f1", "d2"),
                dataset("own/new", "f1", "d1"),
                new DatasetInput("own/gone", "absent", "", "missing")));
        assertThat(inputs.toScan(run, 0, 1)).containsExactly("own/changed", "own/looked-at-otherwise", "own/new");
        assertThat(inputs.countToScan(run)).isEqualTo(3);
        assertThat(rows.result(run, "own/same")).contains(read(7).withStatus(Status.UNCHANGED));
        assertThat(rows.result(run, "own/gone")).contains(DatasetScan.skipped("missing"));
        assertThat(rows.result(run, "own/changed")).isEmpty();
        assertThat(rows.count(run, Status.UNCHANGED)).isEqualTo(1);
        assertThat(rows.count(run, Status.SKIPPED)).isEqualTo(1);
    }

    @Test
    void sayNothingOfAnUnchangedDatasetOfWhichNobodyKnowsAnyMoreWhatWasFound() {
        rows.remember(dataset("own/same", "f1", "d1"), read(7));
        Run run = prepared(List.of(dataset("own/same", "f1", "d1")));
        rows.forgetAll();
        assertThat(rows.result(run, "own/same")).isEmpty();
    }

    @Test
    void countAScanOfTheRunItselfWhateverWasKnownBefore() {
        DatasetInput changed = dataset("own/a", "f2", "d1");
        rows.remember(dataset("own/a", "f1", "d1"), read(7));
        Run run = prepared(List.of(changed));
        rows.save(run, "own/a", read(9), List.of());
        assertThat(rows.result(run, "own/a")).contains(read(9));
        rows.remember(changed, read(9));
        assertThat(prepared(List.of(changed)))
                .satisfies(next -> assertThat(inputs.countToScan(next)).isZero());
        assertThat(rows.totals(run)).isEqualTo(new RowTotals(9, 9, 0, 0));
    }

    @Test
    void areForgottenWhenTheirRunIsOver() {
        Run over = prepared(List.of(dataset("own/a", "1", HASH)));
        inputs.addRegister(over, "register.csv", HASH);
        runs.end(over.key(), RunStatus.INCOMPLETE);
        Run open = prepared(List.of(dataset("own/a", "1", HASH)));
        while (inputs.forgetSome()) {
            assertThat(inputs.fingerprints(over)).isEmpty();
        }
        assertThat(inputs.fingerprints(over)).isEmpty();
        assertThat(inputs.fingerprints(open)).hasSize(1);
    }
}
