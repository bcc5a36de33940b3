package org.trainingaudit.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trainingaudit.bulk.CopyRows.Form;

/**
 * PostgreSQL's {@code COPY}: rows as one stream, without a statement for each. A few rows go quicker as a batch, and so does a
 * table that has a column of a kind that isn't known here.
 */
final class CopyInsert implements BulkInsert {

    private static final int FEW = 20;
    private static final int AT_ONCE = 10_000;
    private static final String TYPES = "select attname, format_type(atttypid, null) from pg_attribute"
            + " where attrelid = to_regclass(?) and attnum > 0 and not attisdropped";

    private static final Map<String, Form> FORMS = Map.of(
            "boolean", Form.FLAG,
            "smallint", Form.SHORT,
            "integer", Form.INTEGER,
            "bigint", Form.LONG,
            "date", Form.DAY,
            "timestamp with time zone", Form.MOMENT,
            "text", Form.TEXT,
            "character varying", Form.TEXT,
            "bytea", Form.BYTES);

    private final JdbcTemplate jdbc;
    private final BulkInsert batch;
    private final Map<String, Map<String, Form>> tables = new ConcurrentHashMap<>();

    CopyInsert(JdbcTemplate jdbc, BulkInsert batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @Override
    public void insert(String table, List<String> columns, List<Object[]> rows) {
        Optional<List<Form>> forms = rows.size() < FEW ? Optional.empty() : forms(table, columns);
        if (forms.isEmpty()) {
            batch.insert(table, columns, rows);
            return;
        }
        String sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)";
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            CopyRows part = new CopyRows(forms.get());
            rows.subList(from, Math.min(rows.size(), from + AT_ONCE)).forEach(part::row);
            jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, sql, part));
        }
    }

    private static Long copy(Connection connection, String sql, CopyRows rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            rows.send(copy::writeToCopy);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private Optional<List<Form>> forms(String table, List<String> columns) {
        Map<String, Form> known = tables.computeIfAbsent(table, this::read);
        return known.keySet().containsAll(columns)
                ? Optional.of(columns.stream().map(known::get).toList())
                : Optional.empty();
    }

    private Map<String, Form> read(String table) {
        record Column(String name, String type) {}
        return jdbc.query(TYPES, (row, number) -> new Column(row.getString(1), row.getString(2)), table).stream()
                .filter(column -> FORMS.containsKey(column.type))
                .collect(Collectors.toMap(Column::name, column -> FORMS.get(column.type)));
    }
}
