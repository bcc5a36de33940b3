package org.trainingaudit.nightly;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trainingaudit.nightly.DatasetResult.Status;
import org.trainingaudit.use.ScannedDataset;

/** A scan's result as reconciling wants it: each category once, with the highest confidence in any column. */
final class DatasetView {

    private DatasetView() {}

    static ScannedDataset of(String dataset, DatasetResult result) {
        Map<String, Double> categories = new TreeMap<>();
        result.columns().stream()
                .flatMap(column -> column.classifications().stream())
                .forEach(found -> categories.merge(found.category(), found.confidence(), Math::max));
        boolean scanned = result.status() != Status.SKIPPED;
        Optional<ScannedDataset.UniqueRows> unique = result.uniqueness()
                .map(rows -> new ScannedDataset.UniqueRows(rows.columns(), rows.uniquePercent(), rows.smallestGroup()));
        Optional<ScannedDataset.ConsentRows> consent = result.consent()
                .map(seen -> new ScannedDataset.ConsentRows(seen.columns(), seen.rows(), seen.without()));
        return new ScannedDataset(dataset, scanned, result.complete(), categories, unique, result.weakness())
                .with(consent)
                .withKey(result.anonymity());
    }
}
