package org.trainingaudit.csv;

import java.util.regex.Pattern;

/** What kind of value a column holds; decides how the cell is checked, guarded and described. */
public enum CsvType {
    /** Any text, also text that somebody else chose. */
    STRING("string", "string", ""),
    /** A calendar date, {@code 2026-11-21}. */
    DATE("date", "date", "\\d{4,}-\\d{2}-\\d{2}"),
    /** A whole number without grouping. */
    INTEGER("integer", "integer", "-?\\d+"),
    /** A number with a point and without grouping. */
    DECIMAL("decimal", "number", "-?\\d+\\.\\d+"),
    /** {@code true} or {@code false}. */
    BOOLEAN("boolean", "boolean", "true|false"),
    /** Texts joined by {@link CsvList}. */
    LIST("string", "string", "");

    private final String csvw;
    private final String frictionless;
    private final Pattern form;

    CsvType(String csvw, String frictionless, String form) {
        this.csvw = csvw;
        this.frictionless = frictionless;
        this.form = Pattern.compile(form);
    }

    /** The datatype's name in a CSVW description. */
    String csvw() {
        return csvw;
    }

    /** The type's name in a data package. */
    String frictionless() {
        return frictionless;
    }

    /** Whether the column holds text that is not of a fixed form, and so has to be guarded. */
    boolean isText() {
        return form.pattern().isEmpty();
    }

    /** Whether a cell that isn't empty has the form of the type. */
    public boolean fits(String cell) {
        return isText() || form.matcher(cell).matches();
    }
}
