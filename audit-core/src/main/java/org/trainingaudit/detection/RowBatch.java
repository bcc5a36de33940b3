package org.trainingaudit.detection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.trainingaudit.dataset.ByteRow;
import org.trainingaudit.dataset.Row;

/**
 * Some rows, copied, so that their values can be looked at column by column: what is looked at next is like what was looked
 * at last, which a processor likes. Used again and again.
 */
final class RowBatch {

    /** So many bytes stay near the processor while all columns are gone over. */
    private static final int FULL = 128 * 1024;

    /** For most rows, of which the last one fills the batch. */
    private static final int LAST_ROW = 8 * 1024;

    private static final int MOST_ROWS = 512;

    /** Of wide tables fewer rows are taken together. */
    private static final int MOST_CELLS = 1 << 15;

    /** What a {@link ByteRow} promises past the end of a cell. */
    private static final int SLACK = 8;

    /** Between columns lies a little more than their cells: cells of one row far apart by a round number share a place near the processor. */
    private static final int GAP = 16;

    private final int columns;
    private final int most;
    private final int stride;
    private byte[] bytes = {};

    /** Of each cell, those of a column side by side; made when the first row comes. */
    private int[] starts = {};

    private int[] ends = {};
    private int rows;
    private int filled;

    RowBatch(int columns) {
        this.columns = columns;
        this.most = Math.max(1, Math.min(MOST_ROWS, MOST_CELLS / Math.max(1, columns)));
        this.stride = most + GAP;
    }

    void clear() {
        rows = 0;
        filled = 0;
        if (bytes.length > 2 * FULL) {
            bytes = new byte[FULL + LAST_ROW];
        }
    }

    /** Whether no row may be added. */
    boolean isFull() {
        return rows == most || filled >= FULL;
    }

    void add(Row row) {
        if (bytes.length == 0) {
            bytes = new byte[FULL + LAST_ROW];
            starts = new int[columns * stride];
            ends = new int[columns * stride];
        }
        if (row instanceof ByteRow cells) {
            addBytes(cells);
        } else {
            addTexts(row);
        }
        rows++;
    }

    private void addBytes(ByteRow row) {
        int from = columns == 0 ? 0 : row.start(0);
        int length = columns == 0 ? 0 : row.end(columns - 1) - from;
        require(length);
        System.arraycopy(row.bytes(), from, bytes, filled, length);
        for (int i = 0; i < columns; i++) {
            starts[i * stride + rows] = row.start(i) - from + filled;
            ends[i * stride + rows] = row.end(i) - from + filled;
        }
        filled += length;
    }

    private void addTexts(Row row) {
        for (int i = 0; i < columns; i++) {
            byte[] text = row.text(i).getBytes(StandardCharsets.UTF_8);
            require(text.length);
            System.arraycopy(text, 0, bytes, filled, text.length);
            starts[i * stride + rows] = filled;
            filled += text.length;
            ends[i * stride + rows] = filled;
        }
    }

    private void require(int length) {
        if (filled + length + SLACK > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length + FULL, filled + length + SLACK));
        }
    }

    /** How many rows it has. */
    int rows() {
        return rows;
    }

    /** The array in which all cells lie. */
    byte[] bytes() {
        return bytes;
    }

    int start(int row, int column) {
        return starts[column * stride + row];
    }

    int end(int row, int column) {
        return ends[column * stride + row];
    }
}
