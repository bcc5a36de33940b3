package org.trainingaudit.dataset;

import java.sql.Types;
import java.util.Locale;
import java.util.Set;

/**
 * By which columns a table can be gone through: those whose values a driver gives and takes back as they are, and which its
 * database compares as it sorts them. By any other rows could be missed without a word: a list of words (enum) may be sorted
 * by its own order, and a moment be another one where the machine's clocks skip an hour.
 */
final class KeyTypes {

    private static final Set<String> TEXTS = Set.of(
            "char",
            "bpchar",
            "character",
            "varchar",
            "character varying",
            "nchar",
            "nvarchar",
            "name",
            "text",
            "tinytext",
            "mediumtext",
            "longtext");

    private KeyTypes() {}

    /**
     * Whether a column of that type is one.
     *
     * @param type of {@link Types}
     * @param name the database's own word for it
     * @param kind whose database it is
     */
    static boolean canBeGoneThrough(int type, String name, JdbcAddress.Kind kind) {
        String word = name.toLowerCase(Locale.ROOT).replaceFirst("\\(.*", "").strip();
        boolean mysql = kind == JdbcAddress.Kind.MYSQL || kind == JdbcAddress.Kind.MARIADB;
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL ->
                !word.startsWith("year");
            case Types.DOUBLE -> !word.equals("money");
            case Types.BINARY, Types.VARBINARY -> true;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR ->
                TEXTS.contains(word);
            // MySQL has a day of naught, which drivers take for none.
            case Types.DATE -> !mysql;
            case Types.OTHER -> word.equals("uuid") && !mysql;
            default -> false;
        };
    }
}
