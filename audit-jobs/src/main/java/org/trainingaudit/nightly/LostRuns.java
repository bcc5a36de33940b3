package org.trainingaudit.nightly;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.trail.TrailReader;
import org.trainingaudit.use.ColumnReviews;
import org.trainingaudit.use.ReviewHistory;

/**
 * Brings what the runs work with in line with a trail whose entries were put back: keys of runs that the database has
 * lost are taken, and the next run records everything, since nobody knows what the lost ones had changed.
 */
@Component
public class LostRuns {

    private final Trail trail;
    private final Runs runs;
    private final Recorded recorded;
    private final DatasetRows datasets;
    private final ColumnReviews reviews;

    LostRuns(Trail trail, Runs runs, Recorded recorded, DatasetRows datasets, ColumnReviews reviews) {
        this.trail = trail;
        this.runs = runs;
        this.recorded = recorded;
        this.datasets = datasets;
        this.reviews = reviews;
    }

    /**
     * Does it, in the caller's transaction.
     *
     * @return how many runs the database had lost
     */
    public int restore() {
        Map<String, Entry> opened = new LinkedHashMap<>();
        Map<String, RunStatus> ended = new HashMap<>();
        ReviewHistory said = new ReviewHistory();
        TrailReader reader = trail.reader();
        for (Entry entry : reader.entries(reader.checkpoint().checkpoint().size())) {
            if (entry.kind().equals("run_open")) {
                opened.put(entry.run(), entry);
            } else if (entry.kind().equals("run_close")) {
                ended.put(entry.run(), status(entry));
            } else if (entry.kind().equals("column_review")) {
                said.add(entry.body());
            }
        }
        recorded.recordAllAnew();
        datasets.forgetAll();
        reviews.restore(said);
        return (int) opened.values().stream()
                .filter(entry -> runs.restore(entry, Optional.ofNullable(ended.get(entry.run()))))
                .count();
    }

    private static RunStatus status(Entry closed) {
        return RunStatus.valueOf(closed.body().path("status").asString().toUpperCase(Locale.ROOT));
    }
}
