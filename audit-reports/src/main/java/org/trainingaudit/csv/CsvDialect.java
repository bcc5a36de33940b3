package org.trainingaudit.csv;

/** How the bytes of a CSV file are laid out; quotes and separators are those of RFC 4180 in both. */
public enum CsvDialect {
    /** UTF-8 without a byte-order mark, lines end in LF. */
    PLAIN("", "\n"),
    /** UTF-8 with a byte-order mark and CRLF, so that Excel takes it for UTF-8 at a double click. */
    EXCEL("\uFEFF", "\r\n");

    private final String mark;
    private final String lineEnd;

    CsvDialect(String mark, String lineEnd) {
        this.mark = mark;
        this.lineEnd = lineEnd;
    }

    /** The byte-order mark, or nothing. */
    String mark() {
        return mark;
    }

    /** What ends a line. */
    String lineEnd() {
        return lineEnd;
    }
}
