package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
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
        Map<Key, Long> most = new HashMap<>();
        Map<Key, Set<Key>> columns = new HashMap<>();
        Set<Key> counted = new HashSet<>();
        TreeSet<String> categories = new TreeSet<>(Key::compareAsUtf8);
        TreeSet<String> sources = new TreeSet<>(Key::compareAsUtf8);
        for (OfColumn said : night.columns().stream().filter(OfColumn::counts).toList()) {
            String source = Run.sourceOf(said.dataset());
            categories.add(said.category());
            sources.add(source);
            most.merge(
                    Key.of(said.category(), source, said.dataset()),
                    said.matches().orElse(0),
                    Math::max);
            columns.computeIfAbsent(Key.of(said.category(), source), unseen -> new HashSet<>())
                    .add(Key.of(said.dataset(), said.column()));
            if (said.matches().isPresent() || said.origin().isEmpty()) {
                counted.add(Key.of(said.category(), source));
                counted.add(Key.of(said.category(), ALL));
            }
        }
        long[][] counts = new long[categories.size()][sources.size()];
        List<String> lines = List.copyOf(categories);
        List<String> places = List.copyOf(sources);
        most.forEach((key, count) -> counts[lines.indexOf(key.parts().get(0))][
                places.indexOf(key.parts().get(1))] += count);
        SmallCounts.Hidden hidden = SmallCounts.of(counts, Bands.THRESHOLD);
        List<Row> rows = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            String category = lines.get(line);
            Optional<Names> name = night.vocabulary().categoryName(category);
            long total = 0;
            long all = 0;
            for (int place = 0; place < places.size(); place++) {
                Key cell = Key.of(category, places.get(place));
                long found = columns.getOrDefault(cell, Set.of()).size();
                total += counts[line][place];
                all += found;
                rows.add(new Row(
                        category,
                        name,
                        places.get(place),
                        found,
                        counts[line][place],
                        counted.contains(cell) || found == 0,
                        hidden.cell(line, place)));
            }
            boolean small = hidden.totals() || (total > 0 && total < Bands.THRESHOLD);
            rows.add(new Row(category, name, ALL, all, total, counted.contains(Key.of(category, ALL)), small));
        }
        return rows;
    }
}
