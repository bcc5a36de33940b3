package org.trainingaudit.dataset;

/** Counts lines from 1 as a text is gone over, CR and LF together as one end. */
final class LineCount {

    private static final int NOWHERE = -1;

    private long line = 1;

    /** Where the byte stands that is no line end of its own if it is LF. */
    private int afterReturn = NOWHERE;

    long line() {
        return line;
    }

    /** Whether LF at that place belongs to the CR before it. */
    boolean isHalf(int p) {
        return p == afterReturn;
    }

    /** Counts a line end of that byte. */
    void end(byte hit, int p) {
        if (hit == '\r') {
            afterReturn = p + 1;
            line++;
        } else if (p != afterReturn) {
            line++;
        }
    }

    /** Reading goes on behind a place in that line. */
    void goBack(long to) {
        line = to;
        afterReturn = NOWHERE;
    }

    /** All places lie so much nearer to the front. */
    void shift(int by) {
        afterReturn = Math.max(NOWHERE, afterReturn - by);
    }
}
