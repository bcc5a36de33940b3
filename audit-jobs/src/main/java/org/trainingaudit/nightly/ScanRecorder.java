package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final ImportedEntries imports;
    private final RejectFiles rejects;
    private final Progress progress;

    ScanRecorder(
            StepRun step,
            Inputs inputs,
            DatasetRows rows,
            Recorded recorded,
            Trail trail,
            ScanEntries entries,
            Configuration setup,
            ImportedEntries imports,
            RejectFiles rejects,
            Progress progress) {
        this.step = step;
        this.inputs = inputs;
        this.rows = rows;
        this.recorded = recorded;
        this.trail = trail;
        this.entries = entries;
        this.setup = setup;
        this.imports = imports;
        this.rejects = rejects;
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
        rows.save(run, dataset, result);
        switch (result.status()) {
            case SKIPPED ->
                trail.submit(entries.skip(run, dataset, result.reason().orElse("refused")));
            case SCANNED -> recordScan(run, item);
            case UNCHANGED -> {
                // Nothing happened, so nothing is appended.
            }
        }
        imports.changed(run, dataset).forEach(trail::submit);
    }

    private void recordScan(Run run, ScannedItem item) {
        String dataset = item.dataset();
        DatasetResult result = item.result();
        String fingerprint = inputs.dataset(run, dataset).fingerprint();
        trail.submit(entries.open(run, dataset, fingerprint, item.announced().rows()));
        result.rejectedBy().forEach((reason, count) -> trail.submit(entries.quarantine(run, dataset, reason, count)));
        classifications(run, item).forEach(trail::submit);
        trail.submit(entries.totals(run, dataset, result, rejects.commitment(run, dataset, entries.subject(dataset))));
        if (run.counts()) {
            rows.remember(dataset, fingerprint, setup.detectors().version(), result.withStatus(Status.SCANNED));
        }
    }

    private List<EntryDraft> classifications(Run run, ScannedItem item) {
        String dataset = item.dataset();
        String subject = entries.subject(dataset);
        Map<String, Statement> found = new LinkedHashMap<>();
        for (ColumnProfile column : item.result().columns()) {
            String type = item.announced().types().getOrDefault(column.name(), "");
            for (Classification one : column.classifications()) {
                EntryDraft entry = entries.classification(run, dataset, one, type);
                String part = entries.part(one);
                found.putIfAbsent(
                        part,
                        new Statement(
                                CLASSIFICATION, subject, part, entry.body().toString(), entry));
            }
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
}
