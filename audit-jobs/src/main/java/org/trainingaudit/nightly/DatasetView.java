package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.nightly.DatasetResult.Status;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.Checklist;
import org.trainingaudit.use.Checklist.Seen;
import org.trainingaudit.use.ScannedDataset;

/** A scan's result as reconciling wants it: each category once, with the highest confidence in any column. */
final class DatasetView {

    private DatasetView() {}

    static ScannedDataset of(Configuration setup, String dataset, DatasetResult result, List<CountedReview> reviewed) {
        boolean scanned = result.status() != Status.SKIPPED;
        Optional<ScannedDataset.UniqueRows> unique = result.uniqueness()
                .map(rows -> new ScannedDataset.UniqueRows(rows.columns(), rows.uniquePercent(), rows.smallestGroup()));
        Optional<ScannedDataset.ConsentRows> consent = result.consent()
                .map(seen -> new ScannedDataset.ConsentRows(seen.columns(), seen.rows(), seen.without()));
        ScannedDataset view = new ScannedDataset(
                dataset,
                scanned,
                result.complete(),
                ReviewedColumns.categories(result, reviewed),
                unique,
                consent,
                result.anonymity(),
                result.uncounted(),
                Map.of(),
                result.weakness(),
                ReviewedColumns.origins(reviewed));
        for (Checklist list : scanned ? setup.checklists().all() : List.<Checklist>of()) {
            view = view.with(list, list.answers(setup.taxonomy(), seen(result, reviewed), result.complete()));
        }
        return view;
    }

    /** All that was found, column by column. */
    private static List<Seen> seen(DatasetResult result, List<CountedReview> reviewed) {
        List<Seen> seen = new ArrayList<>();
        ReviewedColumns.counted(result, reviewed)
                .forEach(one -> seen.add(Seen.category(one.column(), one.category(), one.confidence())));
        result.grains()
                .forEach(grain -> seen.add(Seen.grain(grain.column(), grain.of().word(), grain.many())));
        return seen;
    }
}
