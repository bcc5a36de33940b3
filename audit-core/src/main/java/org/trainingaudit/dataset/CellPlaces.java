package org.trainingaudit.dataset;

import java.util.Arrays;

/** Where the cells of the row begin and end that is being split. */
final class CellPlaces {

    private static final int FEW = 64;

    private final int most;

    /** Of the first {@link #count} cells, or of as many as may be. */
    int[] starts = new int[FEW];

    int[] ends = new int[FEW];
    int count;

    /** Of at most so many cells; those beyond are counted only. */
    CellPlaces(int most) {
        this.most = most;
    }

    void add(int start, int end) {
        int n = count++;
        if (n < starts.length || grow()) {
            starts[n] = start;
            ends[n] = end;
        }
    }

    private boolean grow() {
        if (starts.length >= most) {
            return false;
        }
        int size = Math.min(most, 2 * starts.length);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        return true;
    }

    /** Whether the place of the next cell will be known. */
    boolean hasRoom() {
        return count < most;
    }

    /** All lie so much nearer to the front. */
    void shift(int by) {
        for (int i = 0; i < Math.min(count, starts.length); i++) {
            starts[i] -= by;
            ends[i] -= by;
        }
    }
}
