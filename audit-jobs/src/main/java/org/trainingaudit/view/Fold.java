package org.trainingaudit.view;

import java.util.List;
import org.springframework.stereotype.Component;
import org.trainingaudit.trail.Entry;

/**
 * Takes entries in the order of the trail into the tables. Of nightly and manual runs the last word counts; of a trial only
 * its counts and reports are kept.
 */
@Component
class Fold {

    private final FoldedRuns runs;
    private final FoldedUses uses;
    private final FoldedDatasets datasets;

    Fold(FoldedRuns runs, FoldedUses uses, FoldedDatasets datasets) {
        this.runs = runs;
        this.uses = uses;
        this.datasets = datasets;
    }

    /** In the caller's transaction. */
    void take(String origin, List<Entry> entries) {
        entries.forEach(entry -> ofRun(origin, entry));
        List<Entry> counting = entries.stream()
                .filter(entry -> !entry.run().startsWith("trial/"))
                .toList();
        uses.take(counting);
        counting.forEach(this::ofDataset);
    }

    private void ofRun(String origin, Entry entry) {
        switch (entry.kind()) {
            case "run_open" -> runs.open(entry);
            case "run_close" -> runs.close(entry);
            case "run_missed" -> runs.missed(entry);
            case "report" -> runs.report(origin, entry);
            default -> {
                // of something else than the run itself
            }
        }
    }

    private void ofDataset(Entry entry) {
        switch (entry.kind()) {
            case "dataset_open" -> datasets.open(entry);
            case "dataset_skip" -> datasets.skip(entry);
            case "totals" -> datasets.totals(entry);
            case "classification" -> datasets.column(entry);
            default -> {
                // of something else than a dataset
            }
        }
    }
}
