package org.trainingaudit.nightly;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.nightly.DatasetResult.Status;
import org.trainingaudit.use.ScannedDataset;

/** A scan's result as reconciling wants it: each category once, with the highest confidence in any column. */
final class DatasetView {

    private DatasetView() {}

    static ScannedDataset of(String dataset, DatasetResult result, List<CountedReview> reviewed) {
        boolean scanned = result.status() != Status.SKIPPED;
        Optional<ScannedDataset.UniqueRows> unique = result.uniqueness()
                .map(rows -> new ScannedDataset.UniqueRows(rows.columns(), rows.uniquePercent(), rows.smallestGroup()));
        Optional<ScannedDataset.ConsentRows> consent = result.consent()
                .map(seen -> new ScannedDataset.ConsentRows(seen.columns(), seen.rows(), seen.without()));
        return new ScannedDataset(
                dataset,
                scanned,
                result.complete(),
                ReviewedColumns.categories(result, reviewed),
                unique,
                consent,
                result.anonymity(),
                result.weakness(),
                ReviewedColumns.origins(reviewed));
    }
}
