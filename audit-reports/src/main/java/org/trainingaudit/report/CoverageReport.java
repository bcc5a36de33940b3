package org.trainingaudit.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.trainingaudit.report.Coverage.Line;

/** {@code coverage.csv}: what was read of each dataset, or why it wasn't. */
final class CoverageReport {

    static final Report<Row> REPORT = new Report<Row>(
                    "coverage",
                    "Coverage by dataset",
                    2,
                    RowSource.ofNight(CoverageReport::rows),
                    row -> row.line().dataset())
            .text(
                    "trail_ref",
                    "The id of the entry in the trail; empty where there is none",
                    row -> row.line().ref())
            .word("dataset", "The dataset's id", row -> row.line().dataset())
            .text(
                    "source",
                    "Where the dataset is",
                    row -> Run.sourceOf(row.line().dataset()))
            .text("unit", "Whose it is", row -> row.place().unit())
            .word("status", "read, unchanged since a business date, not scanned, or no longer declared", Row::status)
            .text("fingerprint", "What the dataset looked like when it was last read", Row::fingerprint)
            .count("rows_expected", "How many rows its place says it has, where it says", Row::expected)
            .count("rows_read", "Rows read; the next three add up to it", row -> row.counts(OfScan::read))
            .count("classified", "Rows that the detectors saw", row -> row.counts(OfScan::classified))
            .count("rejected", "Rows that couldn't be read", row -> row.counts(OfScan::rejected))
            .count("filtered", "Rows left out on purpose", row -> row.counts(OfScan::filtered))
            .flag(
                    "sampled",
                    "Whether only some rows were looked at",
                    row -> row.line().counts().map(OfScan::sampled).orElse(false))
            .flag(
                    "complete",
                    "Whether every row was read and classified or left out on purpose",
                    row -> row.line().complete())
            .text(
                    "reason",
                    "Why it wasn't scanned: missing, refused, over-limit, unfinished or no-record",
                    row -> row.line().reason())
            .day(
                    "scanned_on",
                    "The business date of the run that last read it",
                    row -> row.line().scannedOn())
            .text("carried_from_run", "The run that read it, where this one did not have to", Row::carriedFrom)
            .count("uses_touched", "How many uses rest on it", row -> OptionalLong.of(row.uses()));

    private CoverageReport() {}

    /** A dataset with what the night knows around it. */
    record Row(Line line, Estate.Place place, String fingerprint, OptionalLong expected, long uses) {

        OptionalLong counts(Function<OfScan, OptionalLong> count) {
            return line.counts().map(count).orElse(OptionalLong.empty());
        }

        String status() {
            return switch (line.status()) {
                case SCANNED -> "read";
                case UNCHANGED ->
                    "unchanged since " + line.scannedOn().map(Object::toString).orElse("an unknown day");
                case NOT_SCANNED -> "not scanned";
                case NOT_DECLARED -> "no longer declared";
            };
        }

        String carriedFrom() {
            return Optional.of(line)
                    .filter(some -> some.status() == Coverage.Status.UNCHANGED)
                    .flatMap(Line::counts)
                    .map(OfScan::run)
                    .orElse("");
        }
    }

    private static List<Row> rows(Night night, Totals totals) {
        return night.coverage().stream()
                .map(line -> new Row(
                        line,
                        night.estate().place(line.dataset()),
                        night.fingerprint(line.dataset()),
                        night.expected(line.dataset()),
                        totals.usesOf(line.dataset())))
                .toList();
    }
}
