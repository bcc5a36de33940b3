package org.trainingaudit.dataset;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The tables and views of a database as its user sees them. */
final class JdbcTables {

    private static final Set<String> OWN_SCHEMAS =
            Set.of("information_schema", "pg_catalog", "pg_toast", "mysql", "performance_schema", "sys");
    private static final Set<String> KINDS =
            Set.of("TABLE", "BASE TABLE", "VIEW", "MATERIALIZED VIEW", "PARTITIONED TABLE", "FOREIGN TABLE");

    private JdbcTables() {}

    /** All names, as {@code schema.table}. */
    static Set<String> names(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            while (tables.next()) {
                String schema = schema(tables);
                String kind =
                        Optional.ofNullable(tables.getString("TABLE_TYPE")).orElse("");
                if (KINDS.contains(kind) && !OWN_SCHEMAS.contains(schema.toLowerCase(Locale.ROOT))) {
                    names.add(schema + "." + tables.getString("TABLE_NAME"));
                }
            }
        }
        return names;
    }

    /** MySQL has catalogs where others have schemas. */
    private static String schema(ResultSet row) throws SQLException {
        String schema = row.getString("TABLE_SCHEM");
        return schema == null ? Optional.ofNullable(row.getString("TABLE_CAT")).orElse("") : schema;
    }

    /** Those that one of the patterns fits; all where there is no pattern. */
    static Set<String> wanted(Set<String> names, List<String> patterns) {
        Set<String> wanted = new TreeSet<>();
        for (String pattern : patterns.isEmpty() ? List.of("*") : patterns) {
            Pattern form = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
            names.stream().filter(name -> form.matcher(name).matches()).forEach(wanted::add);
        }
        return wanted;
    }

    /** The name as a statement has it. */
    static String quoted(Connection connection, String table) throws SQLException {
        int dot = table.indexOf('.');
        return identifier(connection, table.substring(0, dot)) + "." + identifier(connection, table.substring(dot + 1));
    }

    static String identifier(Connection connection, String name) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        return quote + name.replace(quote, quote + quote) + quote;
    }

    /**
     * The columns of the primary key in its order; none where there is none, as in views, and where one of them is of a type by
     * which rows could be missed.
     */
    static List<String> key(Connection connection, String table, JdbcAddress.Kind kind) throws SQLException {
        int dot = table.indexOf('.');
        DatabaseMetaData data = connection.getMetaData();
        boolean catalogs = data.getSchemaTerm().isEmpty();
        TreeMap<Integer, String> key = new TreeMap<>();
        try (ResultSet columns = data.getPrimaryKeys(
                catalogs ? table.substring(0, dot) : connection.getCatalog(),
                catalogs ? null : table.substring(0, dot),
                table.substring(dot + 1))) {
            while (columns.next()) {
                key.put(columns.getInt("KEY_SEQ"), columns.getString("COLUMN_NAME"));
            }
        }
        return !key.isEmpty() && fit(connection, catalogs, table, kind).containsAll(key.values())
                ? new ArrayList<>(key.values())
                : List.of();
    }

    /** The columns of types by which no row can be missed. */
    private static Set<String> fit(Connection connection, boolean catalogs, String table, JdbcAddress.Kind kind)
            throws SQLException {
        int dot = table.indexOf('.');
        DatabaseMetaData data = connection.getMetaData();
        Set<String> fit = new HashSet<>();
        try (ResultSet columns = data.getColumns(
                catalogs ? table.substring(0, dot) : connection.getCatalog(),
                catalogs ? null : escaped(data, table.substring(0, dot)),
                escaped(data, table.substring(dot + 1)),
                null)) {
            while (columns.next()) {
                String type =
                        Optional.ofNullable(columns.getString("TYPE_NAME")).orElse("");
                if (KeyTypes.canBeGoneThrough(columns.getInt("DATA_TYPE"), type, kind)) {
                    fit.add(columns.getString("COLUMN_NAME"));
                }
            }
        }
        return fit;
    }

    /** A name as a pattern that nothing but it fits. */
    private static String escaped(DatabaseMetaData data, String name) throws SQLException {
        String escape = data.getSearchStringEscape();
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }
}
