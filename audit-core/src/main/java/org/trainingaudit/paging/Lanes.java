package org.trainingaudit.paging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A query for one page of a list whose rows lie in several stretches of an index. A stretch is what one combination of
 * values selects; it is read in the order of the key, behind the last key of the page before, and no further than a page
 * needs. So a page costs the same however long the list is. Immutable.
 */
public final class Lanes {

    private final String table;
    private final String key;
    private final List<Map<String, String>> lanes;

    private Lanes(String table, String key, List<Map<String, String>> lanes) {
        this.table = table;
        this.key = key;
        this.lanes = lanes;
    }

    /**
     * All rows of a table, by a key.
     *
     * @param key a column that orders the rows, or several joined by commas, of which the first says where a page begins
     */
    public static Lanes of(String table, String key) {
        return new Lanes(table, key, List.of(Map.of()));
    }

    /** Of these only the rows with one of these values in the column; with no values there are none. */
    public Lanes with(String column, List<String> values) {
        List<Map<String, String>> more = new ArrayList<>();
        for (Map<String, String> lane : lanes) {
            for (String value : values.stream().distinct().toList()) {
                Map<String, String> narrower = new LinkedHashMap<>(lane);
                narrower.put(column, value);
                more.add(narrower);
            }
        }
        return new Lanes(table, key, List.copyOf(more));
    }

    /** Whether nothing can be in it, so that there is nothing to ask. */
    public boolean isEmpty() {
        return lanes.isEmpty();
    }

    /**
     * The query; its parameters are {@link #parameters}.
     *
     * @param columns what to select
     * @param size how many rows at most
     */
    public String sql(String columns, int size) {
        List<String> parts = new ArrayList<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            parts.add(lane(lane, columns, size));
        }
        return parts.size() == 1
                ? parts.get(0)
                : "select " + columns + " from ((" + String.join(") union all (", parts) + ")) lanes order by " + key
                        + " limit " + size;
    }

    /** Ordering by all columns of the index, also those with one value, is what makes a database read it in order. */
    private String lane(int lane, String columns, int size) {
        List<String> fixed = List.copyOf(lanes.get(lane).keySet());
        String where = fixed.stream()
                .map(column -> column + " = :" + parameter(column, lane) + " and ")
                .collect(Collectors.joining());
        String order = fixed.stream().map(column -> column + ", ").collect(Collectors.joining());
        return "select " + columns + " from " + table + " where " + where + first() + " > :after order by " + order
                + key + " limit " + size;
    }

    /**
     * The values for the query.
     *
     * @param after the last key of the page before; empty for the first page
     */
    public Map<String, String> parameters(String after) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("after", after);
        for (int lane = 0; lane < lanes.size(); lane++) {
            int number = lane;
            lanes.get(lane).forEach((column, value) -> values.put(parameter(column, number), value));
        }
        return values;
    }

    private String first() {
        return key.split(",", 2)[0];
    }

    private static String parameter(String column, int lane) {
        return column + "_" + lane;
    }
}
