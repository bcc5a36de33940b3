package org.trainingaudit.dataset;

import java.util.List;

/**
 * What stands above the first row of values.
 *
 * @param titles how many lines of a title go before the names of columns, at most {@value #MOST}
 * @param header whether the row behind them names the columns
 */
record TopRows(int titles, boolean header) {

    static final int MOST = 10;

    /** How many rows must follow a title before it is taken for one. */
    private static final int BELOW = 3;

    /**
     * Told by the first rows as they are. A title is a row or a few with hardly a cell filled, above a row of names that
     * fills the table's whole width, with rows of values below it.
     */
    static TopRows of(List<List<String>> rows) {
        int titles = titles(rows);
        return new TopRows(titles, DialectSniffer.hasHeader(rows.subList(titles, rows.size())));
    }

    private static int titles(List<List<String>> rows) {
        if (rows.size() <= BELOW) {
            return 0;
        }
        long usual = rows.stream()
                .mapToLong(TopRows::filled)
                .sorted()
                .skip(rows.size() / 2)
                .findFirst()
                .orElse(0);
        int first = 0;
        while (first < rows.size() && 3 * filled(rows.get(first)) <= usual) {
            first++;
        }
        boolean plausible = first > 0 && first <= MOST && rows.size() - first > BELOW && usual >= 3;
        return plausible && names(rows.subList(first, rows.size()), usual) ? first : 0;
    }

    private static boolean names(List<List<String>> rows, long usual) {
        return filled(rows.get(0)) >= usual
                && DialectSniffer.hasHeader(rows)
                && rows.get(0).stream().noneMatch(DialectSniffer::isValue);
    }

    private static long filled(List<String> row) {
        return row.stream().filter(cell -> !cell.isBlank()).count();
    }
}
