package org.trainingaudit.dataset;

import java.util.Arrays;

/** The cells of a row that hold doubled quotes, which stand for single ones. */
final class DoubledQuotes {

    private int[] cells = new int[8];
    private int count;

    void none() {
        count = 0;
    }

    void in(int cell) {
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, 2 * count);
        }
        cells[count++] = cell;
    }

    /** Writes each of them once, in place, so that these cells end earlier. */
    void single(byte[] bytes, byte quote, int[] starts, int[] ends) {
        for (int k = 0; k < count; k++) {
            int cell = cells[k];
            int out = starts[cell];
            for (int i = out; i < ends[cell]; i++) {
                bytes[out++] = bytes[i];
                if (bytes[i] == quote) {
                    i++;
                }
            }
            ends[cell] = out;
        }
    }
}
