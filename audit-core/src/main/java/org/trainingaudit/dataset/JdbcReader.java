package org.trainingaudit.dataset;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table or view at one moment: by ranges of its primary key, each as large as fits some memory, or from its first
 * row to its last where it has no key.
 */
final class JdbcReader {

    private static final int FIRST_PAGE = 100;
    private static final int LARGEST_PAGE = 5000;
    private static final long PAGE_BYTES = 8L * 1024 * 1024;
    private static final int FETCHED = 200;
    private static final String CONNECTION_LOST = "08";

    private final JdbcSource source;
    private final Connection connection;
    private final String table;
    private final Limits limits;
    private final RowCounter counter;

    private RowCells row;
    private boolean[] binary = {};
    private long pageBytes;

    private JdbcReader(JdbcSource source, Connection connection, String table, Limits limits, RowVisitor visitor) {
        this.source = source;
        this.connection = connection;
        this.table = table;
        this.limits = limits;
        this.counter = new RowCounter(visitor);
        this.row = new RowCells(0, limits);
    }

    static ReadResult read(JdbcSource source, String table, Limits limits, RowVisitor visitor) {
        try (Connection connection = source.open()) {
            return new JdbcReader(source, connection, table, limits, visitor).read();
        } catch (SQLException e) {
            throw new RefusedException(source.unreachable(e));
        }
    }

    /** How many rows the database says there are, and what its columns hold. */
    static Announced announced(JdbcSource source, String table) throws SQLException {
        try (Connection connection = source.open()) {
            String name = JdbcTables.quoted(connection, table);
            return new Announced(
                    OptionalLong.of(asked(source, connection, "select count(*) from " + name, JdbcReader::count)),
                    asked(source, connection, "select * from " + name + " where 1 = 0", JdbcReader::types));
        }
    }

    private interface Question<T> {
        T answer(ResultSet rows) throws SQLException;
    }

    private static <T> T asked(JdbcSource source, Connection connection, String sql, Question<T> question)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(source.timeoutSeconds());
            try (ResultSet rows = statement.executeQuery()) {
                return question.answer(rows);
            }
        }
    }

    private static long count(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }

    private static Map<String, String> types(ResultSet rows) throws SQLException {
        ResultSetMetaData data = rows.getMetaData();
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            names.add(data.getColumnLabel(i));
            types.add(data.getColumnTypeName(i).toLowerCase(Locale.ROOT));
        }
        return Announced.named(ColumnNames.of(names), types);
    }

    private ReadResult read() throws SQLException {
        List<String> key = JdbcTables.key(connection, table, source.address().kind());
        String select = "select * from " + JdbcTables.quoted(connection, table);
        if (key.isEmpty()) {
            all(select);
        } else {
            byKey(select, key);
        }
        return counter.result("jdbc " + (key.isEmpty() ? "without key" : "by key"));
    }

    private void all(String select) throws SQLException {
        try (PreparedStatement statement = prepared(select, FETCHED);
                ResultSet rows = statement.executeQuery()) {
            begin(rows.getMetaData());
            while (rows.next()) {
                take(rows);
            }
        }
    }

    private void byKey(String select, List<String> key) throws SQLException {
        List<String> names = new ArrayList<>();
        for (String column : key) {
            names.add(JdbcTables.identifier(connection, column));
        }
        String columns = String.join(", ", names);
        boolean stepwise = source.address().comparesStepwise();
        String behind = stepwise ? stepwise(names) : together(names);
        Optional<List<Object>> last = Optional.empty();
        int page = FIRST_PAGE;
        do {
            String where = last.isPresent() ? " where " + behind : "";
            String sql = select + where + " order by " + columns + " limit " + page;
            int read = 0;
            pageBytes = 0;
            try (PreparedStatement statement = prepared(sql, page)) {
                if (last.isPresent()) {
                    fill(statement, last.get(), stepwise);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    begin(rows.getMetaData());
                    while (rows.next()) {
                        last = Optional.of(place(rows, key));
                        take(rows);
                        read++;
                    }
                }
            }
            if (read < page) {
                return;
            }
            page = (int) Math.max(1, Math.min(LARGEST_PAGE, PAGE_BYTES * read / Math.max(1, pageBytes)));
        } while (true);
    }

    private static String together(List<String> names) {
        String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
        return "(" + String.join(", ", names) + ") > (" + marks + ")";
    }

    /** The same column by column: some databases look a comparison of several columns at once up in no index. */
    private static String stepwise(List<String> names) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String equal =
                    names.subList(0, i).stream().map(name -> name + " = ? and ").collect(Collectors.joining());
            steps.add("(" + equal + names.get(i) + " > ?)");
        }
        return String.join(" or ", steps);
    }

    private static void fill(PreparedStatement statement, List<Object> place, boolean stepwise) throws SQLException {
        int mark = 0;
        for (int step = stepwise ? 1 : place.size(); step <= place.size(); step++) {
            for (Object value : place.subList(0, step)) {
                statement.setObject(++mark, value);
            }
        }
    }

    private static List<Object> place(ResultSet rows, List<String> key) throws SQLException {
        List<Object> place = new ArrayList<>();
        for (String column : key) {
            place.add(rows.getObject(column));
        }
        return place;
    }

    private PreparedStatement prepared(String sql, int fetched) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(fetched);
        statement.setQueryTimeout(source.timeoutSeconds());
        return statement;
    }

    private void begin(ResultSetMetaData data) throws SQLException {
        int width = data.getColumnCount();
        if (width > limits.maxColumns()) {
            throw new RefusedException(Refusal.overLimit(
                    width + " columns; at most " + limits.maxColumns() + " are read (audit.dataset.max-columns)"));
        }
        if (row.size() == width && binary.length == width) {
            return;
        }
        row = new RowCells(width, limits);
        binary = new boolean[width];
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            names.add(data.getColumnLabel(i));
            binary[i - 1] = switch (data.getColumnType(i)) {
                case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
                default -> false;
            };
        }
        counter.columns(ColumnNames.of(names));
    }

    /** A value that the driver can't give costs its row; a connection that is lost, the whole. */
    private void take(ResultSet rows) throws SQLException {
        row.clear();
        try {
            for (int i = 0; i < row.size(); i++) {
                String text = binary[i] ? bytes(rows.getBytes(i + 1)) : rows.getString(i + 1);
                if (text != null) {
                    row.add(i, text);
                    pageBytes += text.length();
                }
            }
        } catch (SQLException e) {
            if (e.getSQLState() == null || e.getSQLState().startsWith(CONNECTION_LOST)) {
                throw e;
            }
            counter.rejected(0, "value");
            return;
        }
        counter.filled(row, 0);
    }

    private static @Nullable String bytes(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        return Utf8.isValid(bytes, 0, bytes.length)
                ? new String(bytes, StandardCharsets.UTF_8)
                : "0x" + HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
