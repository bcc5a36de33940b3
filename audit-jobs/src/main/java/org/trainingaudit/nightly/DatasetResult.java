package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.trainingaudit.detection.Anonymity;
import org.trainingaudit.detection.ColumnProfile;
import org.trainingaudit.detection.ConsentColumns;
import org.trainingaudit.detection.Detectors;
import org.trainingaudit.detection.Uniqueness;
import org.trainingaudit.detection.ValueGrain;

/**
 * What a run knows of a dataset after its scan.
 *
 * @param status how it came to be known
 * @param reason why it wasn't scanned: {@code missing}, {@code refused} or {@code over-limit}
 * @param read rows read, without the header
 * @param rejectedBy rows that could not be read, by reason
 * @param columns all columns with what was found in them; never a value
 * @param blind detectors that didn't find their own examples when it was read
 * @param uniqueness how far columns together single rows out
 * @param consent what columns on consent say
 * @param anonymity how far its declared key points at people; nothing where none is declared
 * @param counted what the scan itself counted; empty where that was recorded before it was kept
 * @param grains how fine values of its columns are
 * @param uncounted columns of which nobody wanted to know how many rows share their values, though they may point at a person
 *     together
 */
record DatasetResult(
        Status status,
        Optional<String> reason,
        long read,
        SortedMap<String, Long> rejectedBy,
        List<ColumnProfile> columns,
        List<String> blind,
        Optional<Uniqueness> uniqueness,
        Optional<ConsentColumns.Seen> consent,
        Optional<Anonymity> anonymity,
        Optional<Counted> counted,
        List<ValueGrain> grains,
        List<String> uncounted) {

    DatasetResult {
        // What was kept before there were grains has none.
        grains = Optional.ofNullable(grains).map(List::copyOf).orElse(List.of());
        // What was kept before there was a choice was counted.
        uncounted = Optional.ofNullable(uncounted).map(List::copyOf).orElse(List.of());
    }

    /**
     * What became of the rows that could be read.
     *
     * @param classified those that the detectors saw
     * @param filtered those that were left out on purpose
     */
    record Counted(long classified, long filtered) {}

    enum Status {
        /** Read in this run. */
        SCANNED,
        /** As it was when it was last read, with the same detectors. */
        UNCHANGED,
        /** Not read. */
        SKIPPED
    }

    DatasetResult withStatus(Status other) {
        return new DatasetResult(
                other,
                reason,
                read,
                rejectedBy,
                columns,
                blind,
                uniqueness,
                consent,
                anonymity,
                counted,
                grains,
                uncounted);
    }

    long rejected() {
        return rejectedBy.values().stream().mapToLong(Long::longValue).sum();
    }

    long filtered() {
        return counted.map(Counted::filtered).orElse(0L);
    }

    long classified() {
        return counted.map(Counted::classified).orElseGet(() -> read - rejected());
    }

    /** Whether every row was read and classified, by every detector, or left out on purpose. */
    boolean complete() {
        return status != Status.SKIPPED && rejected() == 0 && blind.isEmpty();
    }

    /** Why what the scan didn't find may still be there; empty where every row was read. */
    String weakness() {
        return switch (status) {
            case SKIPPED -> "not scanned: " + reason.orElse("refused");
            case SCANNED, UNCHANGED -> weaknessOfRead();
        };
    }

    private String weaknessOfRead() {
        List<String> reasons = new ArrayList<>();
        if (rejected() > 0) {
            reasons.add(rejected() + " of " + read + " rows could not be read");
        }
        if (!blind.isEmpty()) {
            reasons.add(Detectors.blindness(blind));
        }
        return String.join("; ", reasons);
    }
}
