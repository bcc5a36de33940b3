package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Names;
import org.trainingaudit.report.Recorded.OfColumn;

/** {@code inventory.csv}: which column of which dataset holds which kind of personal data, and how that is known. */
final class InventoryReport {

    static final Report<Row> REPORT = new Report<>(
                    "inventory", "Personal data by dataset and column", 1, InventoryReport::rows)
            .key("dataset", "The dataset's id", row -> row.said().dataset())
            .key(
                    "column",
                    "The column's name as the dataset has it",
                    row -> row.said().column())
            .key("category", "The kind of personal data", row -> row.said().category())
            .text(
                    "category_name_en",
                    "Its name in English",
                    row -> row.name().map(Names::en).orElse(""))
            .text(
                    "category_name_ja",
                    "Its name in Japanese",
                    row -> row.name().map(Names::ja).orElse(""))
            .share(
                    "share",
                    "The share of the rows in which it was found, from 0 to 1",
                    row -> row.said().share())
            .count(
                    "matches",
                    "The rows in which it was found",
                    row -> row.said().matches())
            .count("rows", "The rows that were looked at", row -> row.said().rows())
            .share(
                    "confidence",
                    "How sure the detector is, from 0 to 1",
                    row -> row.said().confidence())
            .text(
                    "evidence",
                    "content, name or both: what the detector went by",
                    row -> row.said().evidence())
            .key("detector", "Which detector found it", row -> row.said().detector())
            .text("detector_version", "And in which version", row -> row.said().detectorVersion())
            .day("scanned_on", "The business date of the run that last read the dataset", Row::scannedOn)
            .flag("complete", "Whether every row of the dataset was read and classified then", Row::complete)
            .word(
                    "trail_ref",
                    "The id of the entry in the trail",
                    row -> row.said().ref());

    private InventoryReport() {}

    /** A classification with what the night knows around it. */
    record Row(OfColumn said, Optional<Names> name, Optional<LocalDate> scannedOn, boolean complete) {}

    private static List<Row> rows(Night night) {
        Map<String, Coverage.Line> coverage = new HashMap<>();
        night.coverage().forEach(line -> coverage.put(line.dataset(), line));
        return night.columns().stream()
                .map(said -> row(night, said, Optional.ofNullable(coverage.get(said.dataset()))))
                .toList();
    }

    private static Row row(Night night, OfColumn said, Optional<Coverage.Line> line) {
        return new Row(
                said,
                night.vocabulary().categoryName(said.category()),
                line.flatMap(Coverage.Line::scannedOn),
                line.map(Coverage.Line::complete).orElse(false));
    }
}
