package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final Progress progress;

    ScanRecorder(
            StepRun step,
            Inputs inputs,
            DatasetRows rows,
            Recorded recorded,
            Trail trail,
            ScanEntries entries,
            Configuration setup,
            Progress progress) {
        this.step = step;
        this.inputs = inputs;
        this.rows = rows;
        this.recorded = recorded;
        this.trail = trail;
        this.entries = entries;
        this.setup = setup;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends ScannedItem> items) {
        for (ScannedItem item : items) {
            record(step.get(), item.dataset(), item.result());
            progress.done(ScanStep.NAME);
        }
    }

    private void record(Run run, String dataset, DatasetResult result) {
        rows.save(run, dataset, result);
        switch (result.status()) {
            case SKIPPED ->
                trail.submit(entries.skip(run, dataset, result.reason().orElse("refused")));
            case SCANNED -> recordScan(run, dataset, result);
            case UNCHANGED -> {
                // Nothing happened, so nothing is appended.
            }
        }
    }

    private void recordScan(Run run, String dataset, DatasetResult result) {
        String fingerprint = inputs.dataset(run, dataset).fingerprint();
        trail.submit(entries.open(run, dataset, fingerprint));
        result.rejectedBy().forEach((reason, count) -> trail.submit(entries.quarantine(run, dataset, reason, count)));
        classifications(run, dataset, result).forEach(trail::submit);
        trail.submit(entries.totals(run, dataset, result));
        if (run.counts()) {
            rows.remember(dataset, fingerprint, setup.detectors().version(), result.withStatus(Status.SCANNED));
        }
    }

    private List<EntryDraft> classifications(Run run, String dataset, DatasetResult result) {
        List<Statement> statements = new ArrayList<>();
        Set<String> subjects = new HashSet<>();
        for (ColumnProfile column : result.columns()) {
            for (Classification found : column.classifications()) {
                EntryDraft entry = entries.classification(run, dataset, found);
                String subject = entries.subject(dataset, found.column(), found.category(), found.detector());
                if (subjects.add(subject)) {
                    statements.add(
                            new Statement(CLASSIFICATION, subject, entry.body().toString(), entry));
                }
            }
        }
        List<EntryDraft> changed = new ArrayList<>(recorded.changed(run, CLASSIFICATION, statements));
        changed.addAll(gone(run, dataset, subjects));
        return changed;
    }

    /** What was found before and no longer is: said with no matches, so that the fold drops it. */
    private List<EntryDraft> gone(Run run, String dataset, Set<String> found) {
        List<EntryDraft> gone = new ArrayList<>();
        for (String subject : recorded.subjects(CLASSIFICATION, entries.subjectPrefix(dataset))) {
            if (!found.contains(subject)) {
                gone.add(entries.gone(run, dataset, subject));
                if (run.counts()) {
                    recorded.forget(CLASSIFICATION, subject);
                }
            }
        }
        return gone;
    }
}
