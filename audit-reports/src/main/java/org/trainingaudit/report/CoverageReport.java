package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.trainingaudit.report.Coverage.Line;
import org.trainingaudit.report.Recorded.OfScan;

/** {@code coverage.csv}: what was read of each dataset, or why it wasn't. */
final class CoverageReport {

    static final Report<Line> REPORT = new Report<>("coverage", "Coverage by dataset", 1, CoverageReport::rows)
            .key("dataset", "The dataset's id", Line::dataset)
            .word(
                    "status",
                    "scanned, unchanged since a business date, not scanned, or no longer declared",
                    CoverageReport::status)
            .text(
                    "reason",
                    "Why it wasn't scanned: missing, refused, over-limit, unfinished or no-record",
                    Line::reason)
            .count("rows_read", "Rows read; the next three add up to it", line -> counts(line, OfScan::read))
            .count("classified", "Rows that the detectors saw", line -> counts(line, OfScan::classified))
            .count("rejected", "Rows that couldn't be read", line -> counts(line, OfScan::rejected))
            .count("filtered", "Rows left out on purpose", line -> counts(line, OfScan::filtered))
            .flag("complete", "Whether every row was read and classified or left out on purpose", Line::complete)
            .day("scanned_on", "The business date of the run that last read it", Line::scannedOn)
            .text("trail_ref", "The id of the entry in the trail; empty where there is none", Line::ref);

    private CoverageReport() {}

    private static List<Line> rows(Night night) {
        return night.coverage();
    }

    private static OptionalLong counts(Line line, Function<OfScan, OptionalLong> count) {
        return line.counts().map(count).orElse(OptionalLong.empty());
    }

    private static String status(Line line) {
        return switch (line.status()) {
            case SCANNED -> "scanned";
            case UNCHANGED ->
                "unchanged since " + line.scannedOn().map(LocalDate::toString).orElse("an unknown day");
            case NOT_SCANNED -> "not scanned";
            case NOT_DECLARED -> "no longer declared";
        };
    }
}
