package org.trainingaudit.detection;

import java.util.List;

/**
 * How far the declared key of a dataset still points at people: k-anonymity, and l-diversity of its sensitive columns.
 *
 * @param quasiIdentifiers the columns that were taken together
 * @param absent columns of the key that the dataset doesn't have; where there is one nothing else is known
 * @param k how many rows at least are to share each combination
 * @param rows rows that were counted
 * @param groups different combinations; an estimate unless {@code exact}, as are the next two
 * @param uniqueRows rows whose combination no other row has
 * @param smallRows rows that share theirs with fewer than {@code k - 1} others
 * @param margin by how many rows these two may be off, 95 times of a hundred; 0 where {@code exact}
 * @param smallestGroup rows of the rarest combination seen; none is smaller where {@code exact}; 0 without rows
 * @param exact whether every combination was kept while counting
 * @param diversity of each sensitive column, in the key's order
 */
public record Anonymity(
        List<String> quasiIdentifiers,
        List<String> absent,
        int k,
        long rows,
        long groups,
        long uniqueRows,
        long smallRows,
        long margin,
        long smallestGroup,
        boolean exact,
        List<Diversity> diversity) {

    /** More values of a sensitive column than this aren't told apart in a group. */
    public static final int MOST_VALUES = GroupCounter.MOST_VALUES;

    /**
     * The values of a sensitive column in the group that tells most about its people. Groups in which no row has a value tell
     * nothing and are left out; letter case, widths and blanks around don't make two values of one.
     *
     * @param column its name
     * @param distinct different values there, the l of distinct l-diversity; {@link #MOST_VALUES} means that or more, 0 that
     *     there is no value at all
     * @param entropyHundredths the l of entropy l-diversity in hundredths, at least: 100 where all its rows have one value
     */
    public record Diversity(String column, int distinct, int entropyHundredths) {}

    public Anonymity {
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
        absent = List.copyOf(absent);
        diversity = List.copyOf(diversity);
    }

    /** Whether the key could be looked at at all. */
    public boolean counted() {
        return absent.isEmpty();
    }

    /** Whether no group can be smaller than the smallest seen: all were kept, or it's a single row. */
    public boolean smallestIsCertain() {
        return counted() && rows > 0 && (exact || smallestGroup == 1);
    }

    /** Whether no group can have fewer values of the column than the least seen. */
    public boolean isCertain(Diversity column) {
        return counted() && (exact || column.distinct() == 1) && column.distinct() > 0;
    }
}
