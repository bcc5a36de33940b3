package org.trainingaudit.dataset;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of JSON, which are known only when all of it has been seen, and the row that is being filled.
 *
 * <p>Several values of one row under one path, as an array has them, stand in one cell, each on a line of its own. A key with
 * a dot shares its column with a nested one that reads the same.
 */
final class JsonColumns implements Row {

    /** All names of columns together may be this long, in characters. */
    private static final long LONGEST_NAMES = 8L * 1024 * 1024;

    private static final int LARGEST_KEPT = 256;

    private final Limits limits;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private StringBuilder[] cells = {};
    /** The cells of the row that have a value, {@code filledCount} of them. */
    private int[] filled = {};

    private int filledCount;
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
            filled = new int[cells.length];
        }
        for (int i = 0; i < filledCount; i++) {
            empty(filled[i]);
        }
        filledCount = 0;
        rowLength = 0;
    }

    /** Second reading: adds a value to the row, unless the row is too long already. */
    void add(String path, String value) {
        rowLength += value.length() + 1L;
        Integer place = places.get(path);
        if (place == null) {
            throw new RefusedException(Refusal.refused("changed while it was read; scan it again"));
        }
        if (value.isEmpty() || isTooLong()) {
            return;
        }
        StringBuilder cell = cells[place];
        if (cell.isEmpty()) {
            filled[filledCount++] = place;
            cell.append(value);
        } else {
            cell.append('\n').append(value);
        }
    }

    /** Keeps the cell's memory only while it is small, since there can be many cells. */
    private void empty(int place) {
        if (cells[place].capacity() > LARGEST_KEPT) {
            cells[place] = new StringBuilder();
        } else {
            cells[place].setLength(0);
        }
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
