package org.trainingaudit.detection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.trainingaudit.dataset.ByteRow;
import org.trainingaudit.dataset.Row;

/** Some rows, copied so that another thread can read them while the reader goes on. Used again and again. */
final class RowBatch implements ByteRow {

    private static final int FULL = 256 * 1024;

    /** What a {@link ByteRow} promises past the end of a cell. */
    private static final int SLACK = 8;

    private final int columns;
    private byte[] bytes = new byte[FULL];
    private int[] ends;
    private int rows;
    private int filled;
    private int at;

    RowBatch(int columns) {
        this.columns = columns;
        this.ends = new int[Math.max(1, columns) * 64];
    }

    void clear() {
        rows = 0;
        filled = 0;
        if (bytes.length > 2 * FULL) {
            bytes = new byte[FULL];
        }
    }

    boolean isEmpty() {
        return rows == 0;
    }

    boolean isFull() {
        return filled >= FULL / 2;
    }

    void add(Row row) {
        if ((rows + 1) * columns > ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        if (row instanceof ByteRow cells) {
            for (int i = 0; i < columns; i++) {
                add(cells.bytes(), cells.start(i), cells.end(i), i);
            }
        } else {
            for (int i = 0; i < columns; i++) {
                byte[] text = row.text(i).getBytes(StandardCharsets.UTF_8);
                add(text, 0, text.length, i);
            }
        }
        rows++;
    }

    private void add(byte[] from, int start, int end, int column) {
        int length = end - start;
        if (filled + length + SLACK > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, filled + length + SLACK));
        }
        System.arraycopy(from, start, bytes, filled, length);
        filled += length;
        ends[rows * columns + column] = filled;
    }

    /** Hands each row on, itself being the row. */
    void replay(DatasetProfiler profiler) {
        for (at = 0; at < rows; at++) {
            profiler.row(this);
        }
    }

    @Override
    public int size() {
        return columns;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int start(int column) {
        int cell = at * columns + column;
        return cell == 0 ? 0 : ends[cell - 1];
    }

    @Override
    public int end(int column) {
        return ends[at * columns + column];
    }

    @Override
    public String text(int column) {
        return new String(bytes, start(column), end(column) - start(column), StandardCharsets.UTF_8);
    }
}
