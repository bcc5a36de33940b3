package org.trainingaudit.detection;

import java.util.List;

/**
 * How far columns that tell nobody's name still single people out when they are taken together, such as birth date, sex
 * and postcode.
 *
 * @param columns the columns that were taken together
 * @param rows rows that were counted
 * @param groups different combinations of values; estimated unless {@code exact}
 * @param uniqueRows rows whose combination no other row has; estimated unless {@code exact}
 * @param smallestGroup rows of the rarest combination seen, the k of k-anonymity; at most that unless {@code exact}
 * @param exact whether every combination was kept while counting
 */
public record Uniqueness(
        List<String> columns, long rows, long groups, long uniqueRows, long smallestGroup, boolean exact) {

    private static final double HUNDRED = 100;

    public Uniqueness {
        columns = List.copyOf(columns);
    }

    /** Unique rows of a hundred, rounded; 0 without rows. */
    public int uniquePercent() {
        return rows == 0 ? 0 : (int) Math.round(HUNDRED * uniqueRows / rows);
    }
}
