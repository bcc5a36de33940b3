package org.trainingaudit.bulk;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** One statement for each row, sent together. Every database has it. */
final class BatchInsert implements BulkInsert {

    private static final int AT_ONCE = 1000;

    private final JdbcTemplate jdbc;

    BatchInsert(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(String table, List<String> columns, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String marks = "?, ".repeat(columns.size() - 1) + "?";
        String sql = "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")";
        jdbc.batchUpdate(sql, rows, AT_ONCE, (insert, row) -> {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
        });
    }
}
