package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.trainingaudit.config.Names;

/**
 * {@code categories.csv}: how many rows hold which kind of personal data, by source and over all. Small counts are hidden,
 * and as many others as it takes so that the totals don't give them away.
 */
final class CategoriesReport {

    private static final String ALL = "*";

    static final Report<Row> REPORT = new Report<Row>(
                    "categories",
                    "Personal data by kind and source",
                    1,
                    RowSource.ofNight(CategoriesReport::rows),
                    row -> row.category() + "/" + row.source())
            .word("category", "The kind of personal data", Row::category)
            .text(
                    "category_name_en",
                    "Its name in English",
                    row -> row.name().map(Names::en).orElse(""))
            .text(
                    "category_name_ja",
                    "Its name in Japanese",
                    row -> row.name().map(Names::ja).orElse(""))
            .word("source", "Where the datasets are; * for all sources together", Row::source)
            .count("columns", "Columns in which it was found", row -> OptionalLong.of(row.columns()))
            .count(
                    "matches",
                    "Rows, by the column with most of them in each dataset; empty where hidden, or where only other scanners found it",
                    row -> row.hidden() || !row.counted() ? OptionalLong.empty() : OptionalLong.of(row.matches()))
            .flag("count_hidden", "Whether the count could point at a person, or give such a count away", Row::hidden);

    private CategoriesReport() {}

    /**
     * A kind of data in one source, or in all.
     *
     * @param counted whether anybody has counted rows; other scanners don't
     */
    record Row(
            String category,
            Optional<Names> name,
            String source,
            long columns,
            long matches,
            boolean counted,
            boolean hidden) {}

    private static List<Row> rows(Night night) {
        CategoryCounts counts = new CategoryCounts(night.columns());
        SmallCounts.Hidden hidden = SmallCounts.of(counts.matches(), Bands.THRESHOLD);
        List<Row> rows = new ArrayList<>();
        for (int line = 0; line < counts.categories().size(); line++) {
            String category = counts.categories().get(line);
            Optional<Names> name = night.vocabulary().categoryName(category);
            for (int place = 0; place < counts.sources().size(); place++) {
                String source = counts.sources().get(place);
                long columns = counts.columns(category, source);
                rows.add(new Row(
                        category,
                        name,
                        source,
                        columns,
                        counts.matches()[line][place],
                        counts.isCounted(category, source) || columns == 0,
                        hidden.cell(line, place)));
            }
            rows.add(total(
                    category,
                    name,
                    counts,
                    LongStream.of(counts.matches()[line]).sum(),
                    hidden));
        }
        return rows;
    }

    private static Row total(
            String category, Optional<Names> name, CategoryCounts counts, long matches, SmallCounts.Hidden hidden) {
        long columns = counts.sources().stream()
                .mapToLong(source -> counts.columns(category, source))
                .sum();
        boolean small = hidden.totals() || (matches > 0 && matches < Bands.THRESHOLD);
        return new Row(category, name, ALL, columns, matches, counts.isCounted(category), small);
    }
}
