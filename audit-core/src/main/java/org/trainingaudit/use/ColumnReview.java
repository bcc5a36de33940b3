package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A person's word on a column: it holds a category, or it doesn't. It counts for the data that were looked at, and is
 * overtaken by the first change of them.
 *
 * @param number by which it can be taken back
 * @param dataset the dataset's name as the trail has it
 * @param column the column's name as the trail has it
 * @param category an id of the taxonomy
 * @param by the account that decided
 * @param reason why; never a value
 * @param decidedOn the business date
 * @param fingerprint what the dataset looked like when it was last scanned before
 * @param withdrawnOn the day from which it no longer counts, because it was taken back or decided anew
 */
public record ColumnReview(
        long number,
        String dataset,
        String column,
        String category,
        Decision decision,
        String by,
        String reason,
        LocalDate decidedOn,
        String fingerprint,
        Optional<LocalDate> withdrawnOn) {

    /** What was decided. */
    public enum Decision {
        /** The column holds the category, whether the scan found it or not. */
        CONFIRMED,
        /** The column doesn't hold the category, though the scan found it. */
        REJECTED;

        /** The word in commands, entries and reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The decision of that word. */
        public static Optional<Decision> of(String word) {
            return Arrays.stream(values())
                    .filter(decision -> decision.word().equals(word))
                    .findFirst();
        }
    }

    /** Whether nobody has taken it back. */
    public boolean stands() {
        return withdrawnOn.isEmpty();
    }

    /** Whether it stood, as far as one knew on that day. */
    public boolean stoodOn(LocalDate day) {
        return !decidedOn.isAfter(day) && withdrawnOn.map(day::isBefore).orElse(true);
    }

    /** Whether both are about the same category of the same column. */
    public boolean isOfSame(ColumnReview other) {
        return dataset.equals(other.dataset) && column.equals(other.column) && category.equals(other.category);
    }

    /** The same, no longer counting from that day on. */
    public ColumnReview withdrawn(LocalDate day) {
        return new ColumnReview(
                number, dataset, column, category, decision, by, reason, decidedOn, fingerprint, Optional.of(day));
    }
}
