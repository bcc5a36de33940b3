package org.trainingaudit.detection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a table is about, by its name and by what its columns hold, as first parts of categories.
 *
 * @param byName what its name speaks of
 */
record ColumnTopics(Set<String> byName, List<TableColumn> columns) {

    private static final String ORIGIN = "racial_or_ethnic_origin";

    /** So many columns, and so large a share of them, make a topic. */
    private static final int COLUMNS = 2;

    private static final double TOPIC = 0.2;

    /** So many are no accident in a table of however many. */
    private static final int SURELY = 10;

    /** So many columns are enough where the table's name speaks of the same. */
    private static final int SEVERAL = 3;

    /** What the table's name or any column speaks of that isn't ambiguous. */
    Set<String> near() {
        Set<String> near = new HashSet<>(byName);
        columns.stream()
                .filter(column -> !column.isAmbiguous())
                .flatMap(column -> column.told().stream())
                .forEach(one -> near.add(Special.root(one.category())));
        if (columns.stream().anyMatch(TableColumn::isWhollyQuasi)) {
            near.add(ORIGIN);
        }
        return near;
    }

    /**
     * What the name or enough columns speak of. Where nothing tells people apart the table's name is of things as well: a stock of
     * drugs, a list of churches.
     */
    Set<String> about(boolean ofUnknown) {
        Set<String> found = new HashSet<>(byName);
        found.removeIf(topic -> ofUnknown && Special.is(topic));
        told(ofUnknown).forEach((topic, of) -> {
            if (of.size() >= demanded(topic)) {
                found.add(topic);
            }
        });
        return found;
    }

    private double demanded(String topic) {
        double demanded = Math.min(SURELY, Math.max(COLUMNS, TOPIC * columns.size()));
        return byName.contains(topic) ? Math.min(SEVERAL, demanded) : demanded;
    }

    /** The columns that hold something of each topic; of unknown rows only those whose name says so. */
    private Map<String, Set<String>> told(boolean ofUnknown) {
        Map<String, Set<String>> told = new HashMap<>();
        columns.stream()
                .flatMap(column -> ofUnknown ? column.saidByName() : column.told().stream())
                .filter(one -> one.confidence() >= TableColumn.SURE_ENOUGH)
                .forEach(one -> told.computeIfAbsent(Special.root(one.category()), key -> new HashSet<>())
                        .add(one.column()));
        return told;
    }
}
