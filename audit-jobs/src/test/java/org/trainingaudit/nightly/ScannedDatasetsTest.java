package org.trainingaudit.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.Faults;
import org.trainingaudit.nightly.Inputs.DatasetInput;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import org.trainingaudit.use.ScannedDataset;

/** What a run's scan says of a dataset, kept at hand. */
class ScannedDatasetsTest {

    private static final int LOOKS = 20_000;
    private static final String DATASET = "own/a";

    private final MemoryDatabase database = new MemoryDatabase();
    private final Runs runs = new Runs(database.client);
    private final Inputs inputs = new Inputs(database.client, database.jdbc);
    private final DatasetRows rows = new DatasetRows(database.client, database.jdbc);

    /** A worker may still have shares of the run before, and judge by what that one found. */
    @Test
    void areThoseOfTheRunThatAsksWhileAnotherAsksToo() {
        database.migrate();
        Configuration setup = Configuration.load(new Places(Path.of("config"), Path.of("var")), new Faults());
        ScannedDatasets scanned = new ScannedDatasets(rows, setup, new OtherScanners(setup));
        Run before = with(new DatasetResult(
                DatasetResult.Status.SCANNED,
                Optional.empty(),
                1,
                new TreeMap<>(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of()));
        Run now = with(DatasetScan.skipped("missing"));
        CompletableFuture<Long> wrongBefore = CompletableFuture.supplyAsync(() -> wrong(scanned, before, true));
        CompletableFuture<Long> wrongNow = CompletableFuture.supplyAsync(() -> wrong(scanned, now, false));
        assertThat(wrongBefore.join() + wrongNow.join()).isZero();
    }

    private static long wrong(ScannedDatasets scanned, Run run, boolean wanted) {
        long wrong = 0;
        for (int i = 0; i < LOOKS; i++) {
            wrong += scanned.of(run, DATASET).map(ScannedDataset::scanned).equals(Optional.of(wanted)) ? 0 : 1;
        }
        return wrong;
    }

    private Run with(DatasetResult result) {
        Run run = runs.open(RunRequest.everything(), LocalDate.of(2026, 11, 21), "0".repeat(64), "", "");
        inputs.addDatasets(run, List.of(new DatasetInput(DATASET, "f", "d", "")));
        rows.save(run, DATASET, result, List.of());
        return run;
    }
}
