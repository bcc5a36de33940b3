package org.trainingaudit.nightly;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.trainingaudit.detection.ColumnProfile;

/**
 * What a run knows of a dataset after its scan.
 *
 * @param status how it came to be known
 * @param reason why it wasn't scanned: {@code missing}, {@code refused} or {@code over-limit}
 * @param read rows read, without the header
 * @param rejectedBy rows that could not be read, by reason
 * @param columns all columns with what was found in them; never a value
 */
record DatasetResult(
        Status status,
        Optional<String> reason,
        long read,
        SortedMap<String, Long> rejectedBy,
        List<ColumnProfile> columns) {

    enum Status {
        /** Read in this run. */
        SCANNED,
        /** As it was when it was last read, with the same detectors. */
        UNCHANGED,
        /** Not read. */
        SKIPPED
    }

    DatasetResult withStatus(Status other) {
        return new DatasetResult(other, reason, read, rejectedBy, columns);
    }

    long rejected() {
        return rejectedBy.values().stream().mapToLong(Long::longValue).sum();
    }

    long classified() {
        return read - rejected();
    }

    /** Whether every row was read and classified. */
    boolean complete() {
        return status != Status.SKIPPED && rejected() == 0;
    }

    /** Why what the scan didn't find may still be there; empty where every row was read. */
    String weakness() {
        return switch (status) {
            case SKIPPED -> "not scanned: " + reason.orElse("refused");
            case SCANNED, UNCHANGED -> complete() ? "" : rejected() + " of " + read + " rows could not be read";
        };
    }
}
