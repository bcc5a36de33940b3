package org.trainingaudit.detection;

import java.util.List;

/** Whether one of a table's columns says which person a row is about. */
final class TableSubject {

    /** So far in front stands the name of whom a row is about: one of the first columns, or of the first share of them. */
    private static final int FIRST = 4;

    private static final double LEADING = 0.4;

    private TableSubject() {}

    /**
     * Whether one of the columns says whose the row is. A name far behind, beside which nothing tells people apart, is of
     * one who has to do with the row's thing: its author, its driver.
     *
     * @param apart whether a column tells people apart
     * @param catalogue whether the rows are surely things or places
     */
    static boolean isIn(List<TableColumn> columns, boolean apart, boolean catalogue) {
        for (int i = 0; i < columns.size(); i++) {
            boolean leading = apart || i < FIRST || i <= LEADING * columns.size();
            if (isSubject(columns.get(i), leading, catalogue)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSubject(TableColumn one, boolean leading, boolean catalogue) {
        boolean ofOwn = one.isOfOwn() && !catalogue;
        boolean named = leading && (one.isNamed() || (ofOwn && one.isOfNames()));
        return named || (ofOwn && one.isOfMail()) || one.isOfSubject() || one.isOfBody();
    }

    /** Whether one of the first columns holds what looks like people's names, and another an age or a sex as people have. */
    static boolean isPortrayedIn(List<TableColumn> columns) {
        return columns.stream().limit(FIRST).anyMatch(TableColumn::looksLikeNames)
                && columns.stream().anyMatch(TableColumn::isWhollyQuasi);
    }
}
