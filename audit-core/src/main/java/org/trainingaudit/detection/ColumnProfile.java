package org.trainingaudit.detection;

import java.util.List;

/**
 * A column with what was found in it.
 *
 * @param name as the file has it, or {@code #1}, {@code #2}... by its place
 * @param classifications the surest first, one for each category; empty where nothing was found
 */
public record ColumnProfile(String name, List<Classification> classifications) {
    public ColumnProfile {
        classifications = List.copyOf(classifications);
    }
}
