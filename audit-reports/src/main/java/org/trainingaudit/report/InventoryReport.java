package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** {@code inventory.csv}: which column of which dataset holds which kind of personal data, and how that is known. */
final class InventoryReport {

    static final Report<Row> REPORT = new Report<Row>(
                    "inventory",
                    "Personal data by dataset and column",
                    3,
                    RowSource.ofNight(InventoryReport::rows),
                    row -> String.join(
                            "/",
                            row.said().dataset(),
                            row.said().column(),
                            row.said().category(),
                            row.said().detector()))
            .word(
                    "trail_ref",
                    "The id of the entry in the trail",
                    row -> row.said().ref())
            .word("dataset", "The dataset's id", row -> row.said().dataset())
            .text("source", "Where the dataset is", Row::source)
            .text("unit", "Whose it is", row -> row.place().unit())
            .text("owner", "Whom to ask about it", row -> row.place().owner())
            .text(
                    "column",
                    "The column's name as the dataset has it",
                    row -> row.said().column())
            .text(
                    "column_type",
                    "What the column holds, where its place says so: a database, Parquet",
                    row -> row.said().type())
            .word("category", "The kind of personal data", row -> row.said().category())
            .list("sensitive_in", "The regimes of the run that call it sensitive", Row::sensitiveIn)
            .count(
                    "rows_read",
                    "The rows that were looked at; empty where another scanner looked",
                    row -> row.said().rows())
            .count(
                    "matches",
                    "The rows in which it was found; empty where hidden",
                    row -> row.shown(row.said().matches()))
            .share(
                    "share",
                    "The share of the rows in which it was found; empty where hidden",
                    row -> row.shown(row.said().share()))
            .flag("count_hidden", "Whether so few were found that the count could point at a person", Row::hidden)
            .confidence(
                    "confidence",
                    "How sure the detector is, from 0 to 1",
                    row -> row.said().confidence())
            .text(
                    "evidence",
                    "content, name or both: what the detector went by; imported: another scanner says so; review: a person"
                            + " alone says so",
                    row -> row.said().evidence())
            .word(
                    "detector",
                    "Which detector, or other scanner, found it",
                    row -> row.said().detector())
            .text("detector_version", "And in which version", row -> row.said().detectorVersion())
            .text(
                    "origin",
                    "The file in which another scanner says so; empty where our own scan found it",
                    row -> row.said().origin())
            .day("scanned_on", "The business date of the run that last read the dataset", Row::scannedOn)
            .flag("complete", "Whether every row of the dataset was read and classified then", Row::complete)
            .text(
                    "review",
                    "What a person said of it: confirmed, or rejected, and then it doesn't count; -overtaken where the data"
                            + " have changed since",
                    row -> row.said().review())
            .text("reviewed_by", "The account that said so", row -> row.said().reviewedBy())
            .day(
                    "reviewed_on",
                    "The business date on which it did",
                    row -> row.said().reviewedOn());

    private InventoryReport() {}

    /** A classification with what the night knows around it. */
    record Row(
            OfColumn said,
            Estate.Place place,
            List<String> sensitiveIn,
            boolean hidden,
            Optional<LocalDate> scannedOn,
            boolean complete) {

        String source() {
            return Run.sourceOf(said.dataset());
        }

        OptionalLong shown(OptionalLong number) {
            return hidden ? OptionalLong.empty() : number;
        }
    }

    private static List<Row> rows(Night night) {
        Map<String, Coverage.Line> coverage = new HashMap<>();
        night.coverage().forEach(line -> coverage.put(line.dataset(), line));
        Set<Key> small = small(night.columns());
        return night.columns().stream()
                .map(said -> row(night, said, small, Optional.ofNullable(coverage.get(said.dataset()))))
                .toList();
    }

    /** Where one detector's count is hidden, another's of the same cells would give it away. */
    private static Set<Key> small(List<OfColumn> columns) {
        Set<Key> small = new HashSet<>();
        for (OfColumn said : columns) {
            long matches = said.matches().orElse(0);
            if (matches > 0 && matches < Bands.THRESHOLD) {
                small.add(cells(said));
            }
        }
        return small;
    }

    private static Key cells(OfColumn said) {
        return Key.of(said.dataset(), said.column(), said.category());
    }

    private static Row row(Night night, OfColumn said, Set<Key> small, Optional<Coverage.Line> line) {
        return new Row(
                said,
                night.estate().place(said.dataset()),
                night.law().sensitiveIn(said.category(), night.run().regimes()),
                small.contains(cells(said)),
                line.flatMap(Coverage.Line::scannedOn),
                line.map(Coverage.Line::complete).orElse(false));
    }
}
