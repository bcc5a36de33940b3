package org.trainingaudit.csv;

import java.util.Map;

/**
 * One column of a table.
 *
 * @param name its header, in snake_case
 * @param type what its cells hold
 * @param required whether a cell is never empty
 * @param description what a reader has to know to use it, in English
 * @param headings what people see above it, by language
 */
public record CsvColumn(String name, CsvType type, boolean required, String description, Map<String, String> headings) {
    public CsvColumn {
        headings = Map.copyOf(headings);
    }

    /** A column whose heading is its name. */
    public CsvColumn(String name, CsvType type, boolean required, String description) {
        this(name, type, required, description, Map.of("en", name));
    }
}
