package org.trainingaudit.dataset;

import java.util.Arrays;

/**
 * A row that a reader fills cell by cell, in any order; one object serves all rows.
 *
 * <p>Several values of one cell, as an array has them, stand each on a line of its own.
 */
final class RowCells implements Row {

    private static final int LARGEST_KEPT = 256;

    private final StringBuilder[] cells;
    private final int longest;
    /** The cells of the row that have a value, {@code filledCount} of them. */
    private final int[] filled;

    private int filledCount;
    private long length;

    RowCells(int width, Limits limits) {
        this.cells = new StringBuilder[width];
        Arrays.setAll(cells, i -> new StringBuilder());
        this.filled = new int[width];
        this.longest = limits.maxRowBytes();
    }

    /** Begins the next row. */
    void clear() {
        for (int i = 0; i < filledCount; i++) {
            empty(filled[i]);
        }
        filledCount = 0;
        length = 0;
    }

    /** Adds a value, unless the row is too long already. */
    void add(int place, String value) {
        length += value.length() + 1L;
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

    /** Whether more was added than a row may have; then not all of it is there. */
    boolean isTooLong() {
        return length > longest;
    }

    /** Whether no cell has a value. */
    boolean isBlank() {
        return filledCount == 0;
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
