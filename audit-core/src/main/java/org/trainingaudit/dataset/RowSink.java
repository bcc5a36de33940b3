package org.trainingaudit.dataset;

/** What the splitter hands each row to. */
interface RowSink {

    /**
     * A row whose quotes, length and bytes are in order.
     *
     * @param cells how many it has; when more than {@code starts.length}, only those that fit are there
     * @param line the line on which it begins, from 1
     */
    void row(byte[] bytes, int[] starts, int[] ends, int cells, long line);

    /** A row that can't be used, and why, as a word of {@link Rejection#reason()}. */
    void rejected(long line, String reason);

    /** Whether the next row is wanted though some of its bytes are no text; they are then shown as U+FFFD. */
    default boolean wantsBroken() {
        return false;
    }
}
