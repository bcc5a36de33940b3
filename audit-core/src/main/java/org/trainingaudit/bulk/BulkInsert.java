package org.trainingaudit.bulk;

import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts rows into a table in their order, in the caller's transaction: by {@code COPY} on PostgreSQL, by a batch of statements
 * elsewhere. Either all rows are put in or none, as with any statement that fails.
 *
 * <p>Values are texts, numbers, {@code Boolean}, {@code byte[]}, and dates and times of {@code java.time}; {@code null}
 * where the column allows it. Safe for use by several threads.
 */
public interface BulkInsert {

    /**
     * Puts rows in.
     *
     * @param table the table's name, and {@code columns} those of its columns that get values; never text from outside
     * @param rows for each row its values, in the order of the columns
     * @throws org.springframework.dao.DataAccessException as a statement that inserts them would
     */
    void insert(String table, List<String> columns, List<Object[]> rows);

    /** The way that fits the database behind it. */
    static BulkInsert of(JdbcTemplate jdbc) {
        BatchInsert batch = new BatchInsert(jdbc);
        return isPostgres(jdbc) ? new CopyInsert(jdbc, batch) : batch;
    }

    private static boolean isPostgres(JdbcTemplate jdbc) {
        return Boolean.TRUE.equals(jdbc.execute((Connection connection) ->
                connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    }
}
