package org.trainingaudit.nightly;

import org.trainingaudit.detection.Classification;
import org.trainingaudit.use.ColumnReview;
import org.trainingaudit.use.ColumnReview.Decision;

/**
 * A person's word on a column as a run counts it.
 *
 * @param column the column's own name
 * @param holds whether the data are still those that were looked at
 */
record CountedReview(ColumnReview review, String column, boolean holds) {

    /** What a category that was once confirmed is at least: less than found, and more than nothing. */
    static final double DOUBTFUL = 0.5;

    boolean isOf(Classification found) {
        return column.equals(found.column()) && review.category().equals(found.category());
    }

    boolean confirms() {
        return review.decision() == Decision.CONFIRMED;
    }

    /** The confidence that counts instead of the scan's; below 0 would be none, so what is rejected has 0. */
    double confidence(double scanned) {
        if (holds) {
            return confirms() ? 1 : 0;
        }
        return confirms() ? Math.max(DOUBTFUL, scanned) : scanned;
    }

    /** As entries and reports have it. */
    String word() {
        return review.decision().word() + (holds ? "" : "-overtaken");
    }

    /** Who says so, for the evidence of contradictions. */
    String shown() {
        return "review " + review.number() + " of " + review.by();
    }
}
