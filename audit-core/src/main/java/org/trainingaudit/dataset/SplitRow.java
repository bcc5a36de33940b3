package org.trainingaudit.dataset;

import java.nio.charset.StandardCharsets;

/** The row at which the splitter stands; one object serves all rows. */
final class SplitRow implements ByteRow {

    private byte[] bytes = {};
    private int[] starts = {};
    private int[] ends = {};
    private int cells;

    void set(byte[] bytes, int[] starts, int[] ends, int cells) {
        this.bytes = bytes;
        this.starts = starts;
        this.ends = ends;
        this.cells = cells;
    }

    @Override
    public int size() {
        return cells;
    }

    @Override
    public String text(int column) {
        int start = start(column);
        return new String(bytes, start, ends[column] - start, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int start(int column) {
        if (column >= cells) {
            throw new IndexOutOfBoundsException(column);
        }
        return starts[column];
    }

    @Override
    public int end(int column) {
        if (column >= cells) {
            throw new IndexOutOfBoundsException(column);
        }
        return ends[column];
    }
}
