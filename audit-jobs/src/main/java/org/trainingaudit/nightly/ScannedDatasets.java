package org.trainingaudit.nightly;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.ScannedDataset;

/** What a run's scan says of a dataset as a whole; it's over, so what it said of the last datasets is kept at hand. */
@Component
class ScannedDatasets {

    private static final int REMEMBERED = 1_000;

    private final DatasetRows rows;
    private final Configuration setup;
    private final OtherScanners scanners;
    private final ConcurrentLruCache<Asked, Optional<ScannedDataset>> known;

    ScannedDatasets(DatasetRows rows, Configuration setup, OtherScanners scanners) {
        this.rows = rows;
        this.setup = setup;
        this.scanners = scanners;
        this.known = new ConcurrentLruCache<>(REMEMBERED, this::view);
    }

    /** With the run, since a worker may still have shares of the run before. */
    private record Asked(Run run, String dataset) {}

    Optional<ScannedDataset> of(Run run, String dataset) {
        return known.get(new Asked(run, dataset));
    }

    private Optional<ScannedDataset> view(Asked asked) {
        Run run = asked.run;
        String dataset = asked.dataset;
        return rows.result(run, dataset)
                .map(result -> DatasetView.of(setup, dataset, result, rows.reviews(run, dataset)))
                .map(scanners.results(run)::with);
    }
}
