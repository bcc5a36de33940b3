package org.trainingaudit.dataset;

/**
 * How a file with delimiters is laid out.
 *
 * @param delimiter the byte between cells; {@link RowSplitter#NONE} where each row is one cell
 * @param header whether the first row names the columns
 */
record Dialect(byte delimiter, boolean header) {

    /** For results: {@code comma header}, {@code tab}. */
    String shown() {
        String name = switch (delimiter) {
            case ',' -> "comma";
            case '\t' -> "tab";
            case ';' -> "semicolon";
            case '|' -> "bar";
            default -> "one-column";
        };
        return header ? name + " header" : name;
    }
}
