package org.trainingaudit.dataset;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of JSON, which are known only when all of it has been seen, and the row that is being filled.
 *
 * <p>Several values of one row under one path, as an array has them, stand in one cell, each on a line of its own.
 */
final class JsonColumns implements Row {

    /** All names of columns together may be this long, in characters. */
    private static final long LONGEST_NAMES = 8L * 1024 * 1024;

    private final Limits limits;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private StringBuilder[] cells = {};
    private long nameLength;
    private long rowLength;

    JsonColumns(Limits limits) {
        this.limits = limits;
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
        if (cells.length != places.size()) {
            cells = new StringBuilder[places.size()];
            Arrays.setAll(cells, i -> new StringBuilder());
        }
        for (StringBuilder cell : cells) {
            cell.setLength(0);
        }
        rowLength = 0;
    }

    /** Second reading: adds a value to the row, unless the row is too long already. */
    void add(String path, String value) {
        rowLength += value.length() + 1L;
        Integer place = places.get(path);
        if (place == null) {
            throw new RefusedException(Refusal.refused("changed while it was read; scan it again"));
        }
        if (isTooLong()) {
            return;
        }
        StringBuilder cell = cells[place];
        cell.append(cell.isEmpty() ? "" : "\n").append(value);
    }

    boolean isTooLong() {
        return rowLength > limits.maxRowBytes();
    }

    @Override
    public int size() {
        return cells.length;
    }

    @Override
    public String text(int column) {
        return cells[column].toString();
    }
}
