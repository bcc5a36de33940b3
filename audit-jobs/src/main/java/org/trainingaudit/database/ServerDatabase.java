package org.trainingaudit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trainingaudit.setup.DatabaseSettings;
import org.trainingaudit.setup.DatabaseSettings.Login;

/**
 * PostgreSQL. Processes share a lock in it; which of them works on runs, the lease of {@code audit.operate} says. Who must be alone, to put
 * back what was lost, takes the lock whole. Where the session breaks that holds ours, the process ends itself, since such a
 * one may have begun; the next start goes on from the last commit.
 */
final class ServerDatabase implements Database {

    /** Any number that nobody else locks in a database of its own. */
    private static final long LOCK = 0x7472_6169_6E61_7564L;

    private static final int PATIENCE_SECONDS = 10;
    private static final String UTF8 = "UTF8";

    /**
     * A commit is on the disk before it counts. Where the server answers earlier, a crash takes back what the trail has already
     * signed. A server that asks for more than its own disk keeps its way.
     */
    private static final String COMMIT_TO_DISK = "select set_config('synchronous_commit', 'on', false)"
            + " where current_setting('synchronous_commit') = 'off'";

    /**
     * Done on each new connection: there is none where the session is lost that holds our lock. So when the server was restarted
     * nothing is written any more, such as that the run has failed, before the process ends itself.
     */
    private static final String HELD = "select cast(coalesce((select '1' from pg_locks where locktype = 'advisory'"
            + " and granted and pid = :pid limit 1), 'the session that holds the lock of this program is lost') as integer)";

    private final String url;
    private final Login application;
    private final Optional<Login> owner;
    private final UnaryOperator<@Nullable String> environment;
    private final Runnable lost;
    private Optional<OwnSession> session = Optional.empty();

    ServerDatabase(DatabaseSettings settings, UnaryOperator<@Nullable String> environment, Runnable lost) {
        this.url = settings.url().orElseThrow();
        this.application = settings.application().orElseThrow();
        this.owner = settings.owner();
        this.environment = environment;
        this.lost = lost;
    }

    @Override
    public void begin(boolean alone) {
        Connection connection = connect();
        try {
            requireUtf8(connection);
            if (!lock(connection, alone)) {
                throw DatabaseInUse.of("the database " + shown() + " is in use by " + holder(connection)
                        + "; wait until it has finished, or name another database");
            }
            session = Optional.of(OwnSession.watch(connection, lost));
        } catch (SQLException e) {
            close(connection);
            throw refused(e);
        } catch (RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    private Connection connect() {
        try {
            return DriverManager.getConnection(url, login(application));
        } catch (SQLException e) {
            throw refused(e);
        } catch (IllegalStateException e) {
            throw DatabaseInUse.of(String.valueOf(e.getMessage()));
        }
    }

    private Properties login(Login as) {
        Properties login = new Properties();
        login.setProperty("user", as.user());
        login.setProperty("password", as.password(environment));
        login.setProperty("ApplicationName", "training-audit owner");
        login.setProperty("connectTimeout", Integer.toString(PATIENCE_SECONDS));
        login.setProperty("tcpKeepAlive", "true");
        return login;
    }

    /** Without the driver's words, which may quote what was sent. */
    private DatabaseInUse refused(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        String why = state.startsWith("28")
                ? "refuses role '" + application.user() + "'; check the role, its password and pg_hba.conf"
                : state.startsWith("3D")
                        ? "isn't there; make it, encoded in UTF-8"
                        : "can't be reached (state " + state + "); check its address and that the server runs";
        return DatabaseInUse.of("the database " + shown() + " " + why);
    }

    private String shown() {
        return "'" + url.replaceFirst("\\?.*", "").replaceFirst("jdbc:", "") + "'";
    }

    private void requireUtf8(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("show server_encoding");
                ResultSet row = query.executeQuery()) {
            row.next();
            if (!UTF8.equals(row.getString(1))) {
                throw DatabaseInUse.of("the database " + shown() + " is encoded in " + row.getString(1)
                        + "; make one with encoding UTF8");
            }
        }
    }

    private static boolean lock(Connection connection, boolean alone) throws SQLException {
        String lock = alone ? "pg_try_advisory_lock" : "pg_try_advisory_lock_shared";
        try (PreparedStatement query = connection.prepareStatement("select " + lock + "(?)")) {
            query.setLong(1, LOCK);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static String holder(Connection connection) throws SQLException {
        String sql = "select coalesce(host(a.client_addr), 'this machine'), a.backend_start from pg_locks l"
                + " join pg_stat_activity a on a.pid = l.pid where l.locktype = 'advisory' and l.granted"
                + " and l.classid::bigint = ? and l.objid::bigint = ?"
                + " and l.database = (select oid from pg_database where datname = current_database())";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, LOCK >>> 32);
            query.setLong(2, LOCK & 0xFFFF_FFFFL);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? "a process on " + row.getString(1) + " since " + row.getString(2)
                        : "another process";
            }
        }
    }

    @Override
    public Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("spring.datasource.url", url);
        properties.put("spring.datasource.username", application.user());
        properties.put("spring.datasource.password", application.password(environment));
        properties.put("spring.datasource.hikari.connection-init-sql", onConnecting());
        // What isn't sent by COPY goes as one statement for many rows.
        properties.put("spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", "true");
        properties.put(QUEUE_NUMBERS, "1");
        properties.put(ONE_PROCESS, "false");
        owner.ifPresent(login -> {
            properties.put("spring.flyway.url", url);
            properties.put("spring.flyway.user", login.user());
            properties.put("spring.flyway.password", login.password(environment));
        });
        return properties;
    }

    private String onConnecting() {
        return session.map(held -> COMMIT_TO_DISK + "; " + HELD.replace(":pid", Integer.toString(held.backend())))
                .orElse(COMMIT_TO_DISK);
    }

    /** As whoever owns the tables: nobody else may. */
    @Override
    public void forgetDeleted() {
        try (Connection connection = DriverManager.getConnection(url, login(owner.orElse(application)));
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum full trail_commitment");
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the table trail_commitment could not be written anew (state " + e.getSQLState()
                            + "), so what was erased may still stand in its files; erase again, or, as the tables' owner,"
                            + " run 'vacuum full trail_commitment'",
                    e);
        }
    }

    @Override
    public void end() {
        session.ifPresent(OwnSession::close);
        session = Optional.empty();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is of no use any more, closed or not.
        }
    }
}
