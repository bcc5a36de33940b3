package org.trainingaudit.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What the place of a dataset says of it before a row is read: a database of its tables, Parquet in its footer. Other files
 * say nothing. Where it can't be asked it says nothing either; reading tells why.
 *
 * @param rows how many rows it says there are
 * @param types what it says its columns hold, by the column's name, in its own words
 */
public record Announced(OptionalLong rows, Map<String, String> types) {

    /** Nothing is said. */
    public static final Announced NOTHING = new Announced(OptionalLong.empty(), Map.of());

    public Announced {
        types = Map.copyOf(types);
    }

    /** Asks now; no value is read. */
    public static Announced of(Dataset dataset, Limits limits) {
        try {
            DatasetReader.requireReadable(dataset);
            return dataset.source() instanceof JdbcSource database
                    ? ofTable(database, dataset.table().orElseThrow())
                    : ofFiles(dataset.files(), limits);
        } catch (RefusedException | SQLException e) {
            return NOTHING;
        }
    }

    private static Announced ofFiles(List<Path> files, Limits limits) {
        long rows = 0;
        Map<String, String> types = new TreeMap<>();
        for (Path file : files) {
            Announced one = ParquetReader.announced(file, limits);
            if (one.rows.isEmpty()) {
                return NOTHING;
            }
            rows += one.rows.getAsLong();
            types.putAll(one.types);
        }
        return files.isEmpty() ? NOTHING : new Announced(OptionalLong.of(rows), types);
    }

    private static Announced ofTable(JdbcSource source, String table) throws SQLException {
        try (Connection connection = source.open()) {
            String name = JdbcTables.quoted(connection, table);
            return new Announced(
                    OptionalLong.of(count(source, connection, "select count(*) from " + name)),
                    types(source, connection, "select * from " + name + " where 1 = 0"));
        }
    }

    private static long count(JdbcSource source, Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(source.timeoutSeconds());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static Map<String, String> types(JdbcSource source, Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(source.timeoutSeconds());
            try (ResultSet rows = statement.executeQuery()) {
                ResultSetMetaData data = rows.getMetaData();
                List<String> names = new ArrayList<>();
                List<String> types = new ArrayList<>();
                for (int i = 1; i <= data.getColumnCount(); i++) {
                    names.add(data.getColumnLabel(i));
                    types.add(data.getColumnTypeName(i).toLowerCase(Locale.ROOT));
                }
                return named(ColumnNames.of(names), types);
            }
        }
    }

    /** Names as a reader hands them on, each with its type. */
    static Map<String, String> named(List<String> names, List<String> types) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), types.get(i));
        }
        return named;
    }
}
