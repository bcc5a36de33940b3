package org.trainingaudit.csv;

/** What kind of value a column holds; decides how the cell is checked, guarded and described. */
public enum CsvType {
    /** Any text, also text that somebody else chose. */
    STRING("string", "string"),
    /** A calendar date, {@code 2026-11-21}. */
    DATE("date", "date"),
    /** A whole number without grouping. */
    INTEGER("integer", "integer"),
    /** A number with a point and without grouping. */
    DECIMAL("decimal", "number"),
    /** {@code true} or {@code false}. */
    BOOLEAN("boolean", "boolean"),
    /** Texts joined by {@link CsvList}. */
    LIST("string", "string");

    private final String csvw;
    private final String frictionless;

    CsvType(String csvw, String frictionless) {
        this.csvw = csvw;
        this.frictionless = frictionless;
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
        return this == STRING || this == LIST;
    }

    /** Whether a cell that isn't empty has the form of the type. Asked of every cell, so without regular expressions. */
    public boolean fits(String cell) {
        return switch (this) {
            case STRING, LIST -> true;
            case DATE -> isDate(cell);
            case INTEGER -> areDigits(cell, sign(cell), cell.length());
            case DECIMAL -> isDecimal(cell);
            case BOOLEAN -> cell.equals("true") || cell.equals("false");
        };
    }

    /** A year of four digits or more, month and day. */
    private static boolean isDate(String cell) {
        int month = cell.length() - 5;
        return month >= 5
                && areDigits(cell, 0, month - 1)
                && cell.charAt(month - 1) == '-'
                && areDigits(cell, month, month + 2)
                && cell.charAt(month + 2) == '-'
                && areDigits(cell, month + 3, month + 5);
    }

    private static boolean isDecimal(String cell) {
        int point = cell.indexOf('.');
        return point > 0 && areDigits(cell, sign(cell), point) && areDigits(cell, point + 1, cell.length());
    }

    private static int sign(String cell) {
        return cell.startsWith("-") ? 1 : 0;
    }

    private static boolean areDigits(String cell, int from, int to) {
        for (int i = from; i < to; i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return false;
            }
        }
        return to > from;
    }
}
