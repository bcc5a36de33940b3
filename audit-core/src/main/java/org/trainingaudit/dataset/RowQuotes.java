package org.trainingaudit.dataset;

/**
 * Where the quotes of the row stand that is being split, as places in the splitter's buffer: those of the cell that was begun
 * last, and the first whose cell goes on in another line, to which reading goes back should it turn out to be no quote.
 */
final class RowQuotes {

    private static final int NONE = -1;

    private int open;
    private long openLine;
    private int close;
    private boolean doubled;

    private int spanOpen = NONE;
    private int spanBreak = NONE;
    private long spanLine;

    void opens(int p, long line) {
        open = p;
        openLine = line;
        doubled = false;
    }

    void closes(int p) {
        close = p;
    }

    /** The one that seemed to close was the first of two that stand for one. */
    void goesOn() {
        doubled = true;
    }

    /** A line ends within the quotes. */
    void breaks(int p) {
        if (!isSpanning()) {
            spanOpen = open;
            spanBreak = p;
            spanLine = openLine;
        }
    }

    void startRow() {
        spanOpen = NONE;
    }

    int open() {
        return open;
    }

    /** The line of {@link #open}. */
    long openLine() {
        return openLine;
    }

    int close() {
        return close;
    }

    boolean hasDoubled() {
        return doubled;
    }

    /** Whether a cell of the row goes on in another line. */
    boolean isSpanning() {
        return spanOpen >= 0;
    }

    /** The first quote whose cell does. */
    int spanOpen() {
        return spanOpen;
    }

    /** Where the line of {@link #spanOpen} ends. */
    int spanBreak() {
        return spanBreak;
    }

    long spanLine() {
        return spanLine;
    }

    /** All lie so much nearer to the front. */
    void shift(int by) {
        open -= by;
        close -= by;
        spanOpen = Math.max(NONE, spanOpen - by);
        spanBreak -= by;
    }
}
