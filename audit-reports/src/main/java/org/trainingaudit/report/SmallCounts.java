package org.trainingaudit.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Hides small counts of people in a table whose totals are published, and as many other cells as it takes so that none of
 * the hidden ones can be computed back.
 *
 * <p>A hidden cell can be computed from the totals exactly if it is the only link between two groups of rows and columns
 * that hidden cells hold together; so for each such cell one more is hidden that links the groups a second time, the
 * smallest that does. Where the hidden cells of a line add up to less than the threshold, one more is hidden there. Where
 * a table is too narrow for that, its totals have to be hidden too.
 */
final class SmallCounts {

    /** Which cells, row by row, and whether the totals have to go as well. */
    static final class Hidden {
        private final boolean[][] cells;
        private final boolean totals;

        private Hidden(boolean[][] cells, boolean totals) {
            this.cells = cells;
            this.totals = totals;
        }

        boolean cell(int row, int column) {
            return cells[row][column];
        }

        boolean totals() {
            return totals;
        }
    }

    private record Cell(int row, int column) {}

    private final long[][] counts;
    private final int columns;
    private final boolean[][] hidden;

    private SmallCounts(long[][] counts, int threshold) {
        this.counts = counts;
        this.columns = counts.length == 0 ? 0 : counts[0].length;
        this.hidden = new boolean[counts.length][columns];
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < columns; column++) {
                hidden[row][column] = counts[row][column] > 0 && counts[row][column] < threshold;
            }
        }
    }

    /**
     * What to hide.
     *
     * @param counts rows of equal length, none below 0; the totals of rows, columns and of all count as published
     * @param threshold counts from 1 to below it are small; 0 points at nobody and stays
     */
    static Hidden of(long[][] counts, int threshold) {
        SmallCounts table = new SmallCounts(counts, threshold);
        boolean totals = false;
        Optional<boolean[]> open = table.givenAway(threshold);
        while (open.isPresent() && !totals) {
            totals = !table.hideAcross(open.get());
            open = table.givenAway(threshold);
        }
        return new Hidden(table.hidden, totals);
    }

    /** The rows, then the columns, on one side of a hidden cell that gives itself away; empty where none does. */
    private Optional<boolean[]> givenAway(int threshold) {
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < columns; column++) {
                if (hidden[row][column]) {
                    boolean[] side = sideOf(new Cell(row, column));
                    if (!side[counts.length + column]) {
                        return Optional.of(side);
                    }
                }
            }
        }
        return tooLittle(threshold);
    }

    /** The line alone whose hidden cells are few people together. */
    private Optional<boolean[]> tooLittle(int threshold) {
        for (int line = 0; line < counts.length + columns; line++) {
            long sum = 0;
            boolean any = false;
            boolean full = true;
            int length = line < counts.length ? columns : counts.length;
            for (int i = 0; i < length; i++) {
                Cell cell = line < counts.length ? new Cell(line, i) : new Cell(i, line - counts.length);
                boolean isHidden = hidden[cell.row][cell.column];
                any |= isHidden;
                full &= isHidden;
                sum += isHidden ? counts[cell.row][cell.column] : 0;
            }
            if (any && !full && sum < threshold) {
                boolean[] alone = new boolean[counts.length + columns];
                alone[line] = true;
                return Optional.of(alone);
            }
        }
        return Optional.empty();
    }

    /** What hidden cells hold together with the cell's row when the cell itself is left out. */
    private boolean[] sideOf(Cell without) {
        boolean[] reached = new boolean[counts.length + columns];
        Deque<Integer> todo = new ArrayDeque<>();
        todo.add(without.row);
        reached[without.row] = true;
        while (!todo.isEmpty()) {
            int line = todo.remove();
            int length = line < counts.length ? columns : counts.length;
            for (int i = 0; i < length; i++) {
                Cell cell = line < counts.length ? new Cell(line, i) : new Cell(i, line - counts.length);
                int other = line < counts.length ? counts.length + i : i;
                if (hidden[cell.row][cell.column] && !cell.equals(without) && !reached[other]) {
                    reached[other] = true;
                    todo.add(other);
                }
            }
        }
        return reached;
    }

    /** Hides the smallest cell that links one side with the other; false where there is none left. */
    private boolean hideAcross(boolean[] side) {
        Optional<Cell> best = Optional.empty();
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < columns; column++) {
                boolean links = side[row] != side[counts.length + column] && !hidden[row][column];
                Cell cell = new Cell(row, column);
                if (links && (best.isEmpty() || weight(cell) < weight(best.get()))) {
                    best = Optional.of(cell);
                }
            }
        }
        best.ifPresent(cell -> hidden[cell.row][cell.column] = true);
        return best.isPresent();
    }

    /** A zero is hidden last: that there is nobody protects nobody. */
    private long weight(Cell cell) {
        long count = counts[cell.row][cell.column];
        return count == 0 ? Long.MAX_VALUE : count;
    }
}
