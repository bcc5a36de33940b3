package org.trainingaudit.dataset;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What reading a dataset to its end came to.
 *
 * @param columns the names as the visitor got them
 * @param read how many rows there are, without the header; each was handed on, rejected or left out
 * @param rejected how many of them were rejected
 * @param rejectedBy how many were rejected for each reason
 * @param leftOut how many were left out on purpose
 * @param form how the content was understood, such as {@code csv utf-8 comma header}
 */
public record ReadResult(
        List<String> columns, long read, long rejected, SortedMap<String, Long> rejectedBy, long leftOut, String form) {

    /** Of which no row was left out. */
    public ReadResult(List<String> columns, long read, long rejected, SortedMap<String, Long> rejectedBy, String form) {
        this(columns, read, rejected, rejectedBy, 0, form);
    }

    public ReadResult {
        columns = List.copyOf(columns);
        rejectedBy = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedBy));
        long sum = rejectedBy.values().stream().mapToLong(Long::longValue).sum();
        if (rejected + leftOut > read || sum != rejected || leftOut < 0) {
            throw new IllegalArgumentException("counts don't balance: " + read + " read, " + rejected + " rejected, "
                    + sum + " by reason, " + leftOut + " left out");
        }
    }

    /**
     * What reading another part of the same dataset came to, added to this.
     *
     * @throws IllegalArgumentException if it has other columns
     */
    public ReadResult plus(ReadResult part) {
        if (!columns.equals(part.columns)) {
            throw new IllegalArgumentException("parts of different datasets: " + columns.size() + " columns and "
                    + part.columns.size() + ", or of other names");
        }
        SortedMap<String, Long> reasons = new TreeMap<>(rejectedBy);
        part.rejectedBy.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        return new ReadResult(
                columns,
                read + part.read,
                rejected + part.rejected,
                reasons,
                leftOut + part.leftOut,
                both(form, part.form));
    }

    /** Parts of many files may differ; the answer doesn't depend on which came first. */
    private static String both(String one, String other) {
        if (one.equals(other)) {
            return one;
        }
        TreeSet<String> forms = new TreeSet<>(List.of(one.split(", ", -1)));
        forms.addAll(List.of(other.split(", ", -1)));
        return String.join(", ", forms);
    }

    /** The same, of which so many rows were left out. */
    ReadResult withLeftOut(long count) {
        return new ReadResult(columns, read, rejected, rejectedBy, count, form);
    }

    /** How many rows the visitor got. */
    public long handedOn() {
        return read - rejected - leftOut;
    }
}
