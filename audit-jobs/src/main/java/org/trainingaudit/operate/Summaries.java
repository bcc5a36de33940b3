package org.trainingaudit.operate;

import java.io.IOException;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.report.ConfigSnapshots;
import org.trainingaudit.report.NightSummary;
import org.trainingaudit.report.Reports;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.TrailReader;

/** Runs in figures, folded from the published trail like the reports. */
@Component
public class Summaries {

    private final Places places;

    Summaries(Places places) {
        this.places = places;
    }

    /** The counts of a finished run. */
    public NightSummary of(Run run) throws IOException {
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
