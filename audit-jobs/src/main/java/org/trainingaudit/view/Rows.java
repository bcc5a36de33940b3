package org.trainingaudit.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.trainingaudit.bulk.BulkInsert;

/** Puts rows in the place of others with the same key, in a form that H2 and PostgreSQL both take. */
@Component
class Rows {

    private static final int AT_A_TIME = 500;

    private final JdbcTemplate jdbc;
    private final BulkInsert inserts;

    Rows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.inserts = BulkInsert.of(jdbc);
    }

    /**
     * Replaces rows by their key.
     *
     * @param table the table
     * @param keys how many of the columns, the first ones, are the key
     * @param columns the columns
     * @param rows their values; of two with one key the last counts
     */
    void put(String table, int keys, List<String> columns, List<Object[]> rows) {
        List<String> key = columns.subList(0, keys);
        String where = String.join(" = ? and ", key) + " = ?";
        Map<List<Object>, Object[]> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(List.of(row).subList(0, keys), row));
        jdbc.batchUpdate(
                "delete from " + table + " where " + where,
                last.keySet().stream().map(List::toArray).toList());
        inserts.insert(table, columns, List.copyOf(last.values()));
    }

    /** The same for one row. */
    void put(String table, int keys, List<String> columns, Object... row) {
        put(table, keys, columns, List.<Object[]>of(row));
    }

    /** Hands on some keys after the other, so that no statement names too many. */
    static void inParts(Collection<String> keys, Consumer<List<String>> part) {
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            part.accept(all.subList(from, Math.min(from + AT_A_TIME, all.size())));
        }
    }

    /** Runs one statement for each row of parameters. */
    void all(String sql, List<Object[]> rows) {
        jdbc.batchUpdate(sql, rows);
    }
}
