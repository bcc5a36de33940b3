package org.trainingaudit.dataset;

import java.util.Set;
import java.util.TreeSet;

/**
 * Rows of a dataset that are left out on purpose, because nothing is trained with them: those that have one of the values in a
 * column. They are counted and not looked at.
 *
 * @param column its name
 * @param values as the dataset has them, letter for letter
 */
public record LeftOut(String column, Set<String> values) {

    public LeftOut {
        values = Set.copyOf(values);
    }

    /** All of it in one text, for fingerprints. */
    String text() {
        StringBuilder text = new StringBuilder(column.length() + ":" + column);
        new TreeSet<>(values)
                .forEach(value ->
                        text.append('\n').append(value.length()).append(':').append(value));
        return text.toString();
    }
}
