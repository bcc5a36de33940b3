package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one detector, another scanner or a person says of one column. Shares and confidences are per million.
 *
 * @param type what the dataset's place says that the column holds; empty where it says nothing
 * @param origin the file in which another scanner says so; empty where it is our own scan
 * @param review what a person said of it; empty where nobody did
 * @param reviewedBy the account that said so
 */
record OfColumn(
        String run,
        String ref,
        String dataset,
        String column,
        String category,
        String detector,
        String detectorVersion,
        OptionalLong rows,
        OptionalLong matches,
        OptionalLong share,
        OptionalLong confidence,
        String evidence,
        String type,
        String origin,
        String review,
        String reviewedBy,
        Optional<LocalDate> reviewedOn)
        implements Recorded {

    /** A scan that no longer finds what an earlier one found records a confidence of 0. */
    boolean found() {
        return confidence.orElse(1) != 0;
    }

    /** Whether it's a find that no person has rejected, or whose data have changed since. */
    boolean counts() {
        return found() && !review.equals("rejected");
    }

    /** Whether the data have changed since a person reviewed it. */
    boolean overtaken() {
        return found() && review.endsWith("-overtaken");
    }
}
