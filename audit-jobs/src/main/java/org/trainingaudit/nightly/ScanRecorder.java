package org.trainingaudit.nightly;

import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;
import org.trainingaudit.dataset.Announced;
import org.trainingaudit.nightly.DatasetResult.Status;
import org.trainingaudit.nightly.ScanStep.ScannedItem;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.Trail;

/** Keeps what a scan came to: the result for the steps after it, and what is new of it for the trail. */
@Component
class ScanRecorder implements ItemWriter<ScannedItem> {

    private final StepRun step;
    private final Inputs inputs;
    private final DatasetsTonight datasets;
    private final DatasetRows rows;
    private final Trail trail;
    private final ScanEntries entries;
    private final ColumnEntries columns;
    private final ImportedEntries imports;
    private final RejectFiles rejects;
    private final CountedReviews reviews;
    private final Configuration setup;
    private final ScanMeter meter;
    private final Progress progress;

    ScanRecorder(
            StepRun step,
            Inputs inputs,
            DatasetsTonight datasets,
            DatasetRows rows,
            Trail trail,
            ScanEntries entries,
            ColumnEntries columns,
            ImportedEntries imports,
            RejectFiles rejects,
            CountedReviews reviews,
            Configuration setup,
            ScanMeter meter,
            Progress progress) {
        this.step = step;
        this.inputs = inputs;
        this.datasets = datasets;
        this.rows = rows;
        this.trail = trail;
        this.entries = entries;
        this.columns = columns;
        this.imports = imports;
        this.rejects = rejects;
        this.reviews = reviews;
        this.setup = setup;
        this.meter = meter;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends ScannedItem> items) {
        for (ScannedItem item : items) {
            record(step.get(), item);
            progress.done(ScanStep.NAME);
        }
    }

    private void record(Run run, ScannedItem item) {
        String dataset = item.dataset();
        DatasetResult result = item.result();
        String fingerprint = inputs.dataset(run, dataset).fingerprint();
        CountedReviews.OfDataset reviewed = reviews.of(run, dataset, fingerprint, result);
        rows.save(run, dataset, result, reviewed.counted());
        switch (result.status()) {
            case SKIPPED ->
                trail.submit(entries.skip(run, dataset, result.reason().orElse("refused")));
            case SCANNED -> recordScan(run, item, fingerprint, reviewed.counted());
            case UNCHANGED -> recordReviews(run, item, reviewed);
        }
        imports.changed(run, dataset).forEach(trail::submit);
    }

    private void recordScan(Run run, ScannedItem item, String fingerprint, List<CountedReview> reviewed) {
        String dataset = item.dataset();
        DatasetResult result = item.result();
        meter.scanned(datasets.get(dataset), result);
        trail.submit(entries.open(run, dataset, fingerprint, item.announced().rows()));
        result.rejectedBy().forEach((reason, count) -> trail.submit(entries.quarantine(run, dataset, reason, count)));
        columns.changed(run, item, reviewed).forEach(trail::submit);
        trail.submit(entries.totals(run, dataset, result, rejects.commitment(run, dataset, entries.subject(dataset))));
        if (run.counts()) {
            rows.remember(
                    dataset,
                    fingerprint,
                    DatasetScan.ways(setup, datasets.key(dataset)),
                    result.withStatus(Status.SCANNED));
        }
    }

    /** Nothing happened to the data, so what is appended is at most what a person has said of them since. */
    private void recordReviews(Run run, ScannedItem item, CountedReviews.OfDataset reviewed) {
        if (reviewed.any()) {
            Announced announced = Announced.of(
                    datasets.get(item.dataset()), setup.settings().dataset().limits());
            ScannedItem asked = new ScannedItem(item.dataset(), announced, item.result());
            columns.changed(run, asked, reviewed.counted()).forEach(trail::submit);
        }
    }
}
