package org.trainingaudit.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of JSON, which are known only when all of it has been seen, and the row that is being filled.
 *
 * <p>A key with a dot shares its column with a nested one that reads the same.
 */
final class JsonColumns {

    /** All names of columns together may be this long, in characters. */
    private static final long LONGEST_NAMES = 8L * 1024 * 1024;

    private final Limits limits;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private RowCells cells;
    private long nameLength;

    JsonColumns(Limits limits) {
        this.limits = limits;
        this.cells = new RowCells(0, limits);
    }

    /** First reading: a value was seen under this path. */
    void see(String path, String value) {
        if (places.putIfAbsent(path, places.size()) != null) {
            return;
        }
        nameLength += path.length();
        if (places.size() > limits.maxColumns() || nameLength > LONGEST_NAMES) {
            throw new RefusedException(Refusal.overLimit("more than " + limits.maxColumns()
                    + " different paths to values, or paths of more than " + LONGEST_NAMES + " characters in all"));
        }
    }

    List<String> names() {
        return List.copyOf(places.keySet());
    }

    /** Second reading: begins the next row. */
    void clear() {
        if (cells.size() != places.size()) {
            cells = new RowCells(places.size(), limits);
        }
        cells.clear();
    }

    /** Second reading: adds a value to the row, unless the row is too long already. */
    void add(String path, String value) {
        Integer place = places.get(path);
        if (place == null) {
            throw new RefusedException(Refusal.refused("changed while it was read; scan it again"));
        }
        cells.add(place, value);
    }

    /** The row as it is filled by now. */
    RowCells row() {
        return cells;
    }
}
