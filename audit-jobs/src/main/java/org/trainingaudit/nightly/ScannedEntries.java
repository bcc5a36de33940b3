package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.DatasetResult.Status;
import org.trainingaudit.nightly.ScanStep.ScannedItem;
import org.trainingaudit.trail.EntryDraft;

/** All that the scan of a dataset has to say to the trail, in its order. */
@Component
class ScannedEntries {

    private final ScanEntries entries;
    private final ColumnEntries columns;
    private final RejectFiles rejects;

    ScannedEntries(ScanEntries entries, ColumnEntries columns, RejectFiles rejects) {
        this.entries = entries;
        this.columns = columns;
        this.rejects = rejects;
    }

    List<EntryDraft> of(Run run, ScannedItem item, List<CountedReview> reviewed) {
        DatasetResult result = item.result();
        return result.status() == Status.SKIPPED
                ? List.of(entries.skip(run, item.dataset(), result.reason().orElse("refused")))
                : read(run, item, reviewed);
    }

    private List<EntryDraft> read(Run run, ScannedItem item, List<CountedReview> reviewed) {
        String dataset = item.dataset();
        List<EntryDraft> all = new ArrayList<>();
        all.add(entries.open(
                run, dataset, item.input().fingerprint(), item.announced().rows()));
        item.result().rejectedBy().forEach((reason, count) -> all.add(entries.quarantine(run, dataset, reason, count)));
        all.addAll(columns.changed(run, item, reviewed));
        all.add(entries.totals(
                run, dataset, item.result(), rejects.commitment(run, dataset, entries.subject(dataset))));
        return all;
    }
}
