package org.trainingaudit.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session that holds our lock on the database, looked at every few seconds by a thread of its own. */
final class OwnSession {

    private static final Logger LOG = LoggerFactory.getLogger(OwnSession.class);
    private static final int EVERY_MILLIS = 5_000;
    private static final int ANSWERS_WITHIN_SECONDS = 10;

    private final Connection connection;
    private final int backend;
    private final Thread watch;
    private final Runnable lost;

    private OwnSession(Connection connection, int backend, Runnable lost) {
        this.connection = connection;
        this.backend = backend;
        this.lost = lost;
        this.watch = new Thread(this::watch, "database owner");
        watch.setDaemon(true);
    }

    /**
     * Looks after it from now on.
     *
     * @param lost ends the process: what it holds open would go on as if nothing had happened
     */
    static OwnSession watch(Connection connection, Runnable lost) throws SQLException {
        OwnSession session = new OwnSession(connection, backend(connection), () -> {
            LOG.error("the session that holds the database's lock is lost; the process ends itself, so that no"
                    + " two work on one database. The next start goes on from the last commit.");
            lost.run();
        });
        session.watch.start();
        return session;
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The number of the server's process behind it. */
    int backend() {
        return backend;
    }

    private void watch() {
        try {
            while (connection.isValid(ANSWERS_WITHIN_SECONDS)) {
                Thread.sleep(EVERY_MILLIS);
            }
            lost.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            lost.run();
        }
    }

    void close() {
        watch.interrupt();
        try {
            watch.join();
            connection.close();
        } catch (SQLException e) {
            // The server gives the lock free when it notices.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
