package org.trainingaudit.nightly;

import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.DatasetResult.Status;
import org.trainingaudit.nightly.ScanStep.ScannedItem;
import org.trainingaudit.trail.Trail;

/** Keeps what a scan came to: the result for the steps after it, and what is new of it for the trail. */
@Component
class ScanRecorder implements ItemWriter<ScannedItem> {

    private final StepRun step;
    private final DatasetRows rows;
    private final CountedReviews reviews;
    private final ScannedEntries entries;
    private final Trail trail;
    private final ScanMeter meter;
    private final Progress progress;

    ScanRecorder(
            StepRun step,
            DatasetRows rows,
            CountedReviews reviews,
            ScannedEntries entries,
            Trail trail,
            ScanMeter meter,
            Progress progress) {
        this.step = step;
        this.rows = rows;
        this.reviews = reviews;
        this.entries = entries;
        this.trail = trail;
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
        List<CountedReview> reviewed = reviews.of(run, item.input(), item.result());
        rows.save(run, item.dataset(), item.result(), reviewed);
        trail.submit(entries.of(run, item, reviewed));
        if (item.result().status() == Status.SCANNED) {
            meter.scanned(item.dataset(), item.result());
            remember(run, item);
        }
    }

    private void remember(Run run, ScannedItem item) {
        if (run.counts()) {
            rows.remember(item.input(), item.result());
        }
    }
}
