package org.trainingaudit.nightly;

/**
 * Rows of one dataset, or of all that a run has read.
 *
 * @param read all of them, without headers
 * @param classified those that the detectors saw
 * @param rejected those that could not be read
 * @param filtered those that were left out on purpose
 */
record RowTotals(long read, long classified, long rejected, long filtered) {

    static final RowTotals NONE = new RowTotals(0, 0, 0, 0);

    static RowTotals of(DatasetResult result) {
        return new RowTotals(result.read(), result.classified(), result.rejected(), result.filtered());
    }

    RowTotals plus(RowTotals other) {
        return new RowTotals(
                read + other.read, classified + other.classified, rejected + other.rejected, filtered + other.filtered);
    }

    void requireBalance(String what) {
        if (read != classified + rejected + filtered) {
            throw new IllegalStateException(what + ": " + read + " rows read, but " + classified + " classified, "
                    + rejected + " rejected and " + filtered + " left out");
        }
    }
}
