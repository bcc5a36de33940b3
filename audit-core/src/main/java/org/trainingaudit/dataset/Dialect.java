package org.trainingaudit.dataset;

/**
 * How a file with delimiters is laid out.
 *
 * @param delimiter the byte between cells; {@link RowSplitter#NONE} where each row is one cell
 * @param skipped how many rows at the beginning are none: the line {@code sep=;} that spreadsheets write
 * @param titles how many rows of a title stand above the others; they are rows like them, though they have fewer cells
 * @param header whether the row behind those names the columns
 * @param unnamed how many blank cells end the header that none of the first rows below has; a later row that has them is ragged
 */
record Dialect(byte delimiter, int skipped, int titles, boolean header, int unnamed) {

    /** For results: {@code comma header}, {@code tab}, {@code comma header titles-2}. */
    String shown() {
        String name = switch (delimiter) {
            case ',' -> "comma";
            case '\t' -> "tab";
            case ';' -> "semicolon";
            case '|' -> "bar";
            default -> "one-column";
        };
        return name + (header ? " header" : "") + (titles > 0 ? " titles-" + titles : "");
    }
}
