package org.trainingaudit.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How often each kind of data was found in each source: in how many columns, and in how many rows. */
final class CategoryCounts {

    private final List<String> categories;
    private final List<String> sources;
    private final long[][] matches;
    private final Map<Key, Set<Key>> columns = new HashMap<>();
    private final Set<Key> counted = new HashSet<>();
    private final Map<Key, Long> most = new HashMap<>();

    /** Counts what columns hold; what isn't found any more, or a person rejected, is left out. */
    CategoryCounts(Collection<OfColumn> found) {
        Set<String> seenCategories = new TreeSet<>(Key::compareAsUtf8);
        Set<String> seenSources = new TreeSet<>(Key::compareAsUtf8);
        found.stream().filter(OfColumn::counts).forEach(column -> {
            seenCategories.add(column.category());
            seenSources.add(Run.sourceOf(column.dataset()));
            add(column);
        });
        this.categories = List.copyOf(seenCategories);
        this.sources = List.copyOf(seenSources);
        this.matches = new long[categories.size()][sources.size()];
        most.forEach((key, count) -> matches[categories.indexOf(key.parts().get(0))][
                sources.indexOf(key.parts().get(1))] += count);
    }

    private void add(OfColumn column) {
        String category = column.category();
        String source = Run.sourceOf(column.dataset());
        most.merge(Key.of(category, source, column.dataset()), column.matches().orElse(0), Math::max);
        columns.computeIfAbsent(Key.of(category, source), unseen -> new HashSet<>())
                .add(Key.of(column.dataset(), column.column()));
        if (column.matches().isPresent() || column.origin().isEmpty()) {
            counted.add(Key.of(category, source));
            counted.add(Key.of(category));
        }
    }

    List<String> categories() {
        return categories;
    }

    List<String> sources() {
        return sources;
    }

    /** Rows by category and source: of each dataset those of the column with most of them. */
    long[][] matches() {
        return matches;
    }

    /** In how many columns it was found. */
    long columns(String category, String source) {
        return columns.getOrDefault(Key.of(category, source), Set.of()).size();
    }

    /** Whether anybody has counted rows there; other scanners don't. */
    boolean isCounted(String category, String source) {
        return counted.contains(Key.of(category, source));
    }

    /** Whether anybody has counted rows in any source. */
    boolean isCounted(String category) {
        return counted.contains(Key.of(category));
    }
}
