package org.trainingaudit.operate;

import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.PublishedCounts;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.report.ConfigSnapshots;
import org.trainingaudit.report.NightSummary;
import org.trainingaudit.report.Reports;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.TrailReader;

/** Runs in figures, as their publishing counted them, or else folded from the published trail like the reports. */
@Component
class Summaries {

    private final Places places;
    private final PublishedCounts published;

    Summaries(Places places, PublishedCounts published) {
        this.places = places;
        this.published = published;
    }

    /** The counts of a finished run. */
    public NightSummary of(Run run) throws IOException {
        Optional<NightSummary> counted = published.of(run.key());
        return counted.isPresent() ? counted.get() : folded(run);
    }

    private NightSummary folded(Run run) throws IOException {
        TrailReader reader = TrailReader.of(places.trail());
        try (Reports reports = Reports.of(
                reader.texts(reader.checkpoint().checkpoint().size()),
                run.key(),
                ConfigSnapshots.ofFolder(places.trail().resolve("config")),
                places.reports())) {
            return reports.summary();
        }
    }
}
