package org.trainingaudit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the application's role may do in tables that another role owns: work with all of them, and add to the trail and to the
 * list of closed logs without ever changing what stands there.
 */
final class TableRights {

    /** Tables in which a row, once written, stays as it is. */
    private static final List<String> ONLY_GROWING = List.of("trail_entry", "trail_closed");

    private static final long LOCK = 0x7472_6169_6772_6E74L;

    private TableRights() {}

    /** Gives them, as the owner, all at once; harmless when done again. */
    static void grant(DataSource owner, String application) {
        String role = '"' + application + '"';
        List<String> rights = new ArrayList<>(List.of(
                "grant usage on schema public to " + role,
                "revoke create on schema public from " + role,
                "grant select, insert, update, delete on all tables in schema public to " + role,
                "grant usage, select on all sequences in schema public to " + role,
                "revoke insert, update, delete on flyway_schema_history from " + role));
        ONLY_GROWING.forEach(table ->
                rights.add("revoke update, delete, truncate, references, trigger on " + table + " from " + role));
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                // Processes that start together would be in each other's way.
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
                for (String right : rights) {
                    statement.execute(right);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the rights of database role '" + application + "' can't be given (state " + e.getSQLState()
                            + "); does the role exist, and does the owner own the tables?",
                    e);
        }
    }
}
