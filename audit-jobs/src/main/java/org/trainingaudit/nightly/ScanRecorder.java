package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;
import org.trainingaudit.detection.Classification;
import org.trainingaudit.detection.ColumnProfile;
import org.trainingaudit.nightly.DatasetResult.Status;
import org.trainingaudit.nightly.Recorded.Statement;
import org.trainingaudit.nightly.ScanStep.ScannedItem;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.trail.Trail;

/** Keeps what a scan came to: the result for the steps after it, and what is new of it for the trail. */
@Component
class ScanRecorder implements ItemWriter<ScannedItem> {

    private static final String CLASSIFICATION = "classification";

    private final StepRun step;
    private final Inputs inputs;
    private final DatasetRows rows;
    private final Recorded recorded;
    private final Trail trail;
    private final ScanEntries entries;
    private final Configuration setup;
    private final DatasetsTonight datasets;
    private final Progress progress;
    private final CountedReviews reviews;
    private final ScanMeter meter;

    ScanRecorder(
            StepRun step,
            Inputs inputs,
            DatasetRows rows,
            Recorded recorded,
            Trail trail,
            ScanEntries entries,
            Configuration setup,
            DatasetsTonight datasets,
            Progress progress,
            CountedReviews reviews,
            ScanMeter meter) {
        this.step = step;
        this.inputs = inputs;
        this.rows = rows;
        this.recorded = recorded;
        this.trail = trail;
        this.entries = entries;
        this.setup = setup;
        this.datasets = datasets;
        this.progress = progress;
        this.reviews = reviews;
        this.meter = meter;
    }

    @Override
    public void write(Chunk<? extends ScannedItem> items) {
        for (ScannedItem item : items) {
            record(step.get(), item.dataset(), item.result());
            progress.done(ScanStep.NAME);
        }
    }

    private void record(Run run, String dataset, DatasetResult result) {
        String fingerprint = inputs.dataset(run, dataset).fingerprint();
        CountedReviews.OfDataset reviewed = reviews.of(run, dataset, fingerprint, result);
        rows.save(run, dataset, result, reviewed.counted());
        switch (result.status()) {
            case SKIPPED ->
                trail.submit(entries.skip(run, dataset, result.reason().orElse("refused")));
            case SCANNED -> recordScan(run, dataset, fingerprint, result, reviewed.counted());
            case UNCHANGED -> {
                // Nothing happened to the data, so what is appended is at most what a person has said of them since.
                if (reviewed.any()) {
                    classifications(run, dataset, result, reviewed.counted()).forEach(trail::submit);
                }
            }
        }
    }

    private void recordScan(
            Run run, String dataset, String fingerprint, DatasetResult result, List<CountedReview> reviewed) {
        meter.scanned(datasets.get(dataset), result);
        trail.submit(entries.open(run, dataset, fingerprint));
        result.rejectedBy().forEach((reason, count) -> trail.submit(entries.quarantine(run, dataset, reason, count)));
        classifications(run, dataset, result, reviewed).forEach(trail::submit);
        trail.submit(entries.totals(run, dataset, result));
        if (run.counts()) {
            rows.remember(
                    dataset,
                    fingerprint,
                    DatasetScan.ways(setup, datasets.key(dataset)),
                    result.withStatus(Status.SCANNED));
        }
    }

    private List<EntryDraft> classifications(
            Run run, String dataset, DatasetResult result, List<CountedReview> reviewed) {
        String subject = entries.subject(dataset);
        Map<String, Statement> found = new LinkedHashMap<>();
        for (ColumnProfile column : result.columns()) {
            for (Classification one : column.classifications()) {
                Optional<CountedReview> review =
                        reviewed.stream().filter(each -> each.isOf(one)).findFirst();
                say(found, subject, entries.part(one), entries.classification(run, dataset, one, review));
            }
        }
        for (CountedReview review : ReviewedColumns.added(result, reviewed)) {
            say(found, subject, entries.part(review), entries.added(run, dataset, review, result.read()));
        }
        Set<String> gone = new TreeSet<>(recorded.parts(CLASSIFICATION, subject));
        gone.removeAll(found.keySet());
        List<EntryDraft> changed = new ArrayList<>(recorded.changed(run, CLASSIFICATION, List.copyOf(found.values())));
        // What was found before and no longer is: said with no matches, so that the fold drops it.
        gone.forEach(part -> changed.add(entries.gone(run, dataset, part)));
        if (run.counts()) {
            recorded.forget(run, CLASSIFICATION, subject, gone);
        }
        return changed;
    }

    private static void say(Map<String, Statement> found, String subject, String part, EntryDraft entry) {
        found.putIfAbsent(
                part, new Statement(CLASSIFICATION, subject, part, entry.body().toString(), entry));
    }
}
