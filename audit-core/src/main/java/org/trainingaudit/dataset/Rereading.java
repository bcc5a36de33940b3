package org.trainingaudit.dataset;

/** Keeps count of what is read a second time after quotes left open, so that no input makes that work without end. */
final class Rereading {

    /** How often the longest row, and all that was read, may be read again. */
    private static final int LONGEST_AGAIN = 16;

    private static final int ALL_AGAIN = 4;

    private final int longestRow;
    private long read;
    private long again;

    Rereading(int longestRow) {
        this.longestRow = longestRow;
    }

    void read(int bytes) {
        read += bytes;
    }

    /** Refuses the input where too much of it is read again; {@code line} is where the row begins of which it shows. */
    void again(int bytes, long line) {
        again += bytes;
        if (again > (long) LONGEST_AGAIN * longestRow + ALL_AGAIN * read) {
            throw new RefusedException(Refusal.overLimit("quotes are opened and not closed again and again, first in"
                    + " the row of line " + line + "; close them and scan again"));
        }
    }
}
