package org.trainingaudit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A real PostgreSQL on this machine, with the roles that docs/operating.md makes. */
final class Server implements AutoCloseable {

    static final String OWNER = "audit_owner";
    static final String APPLICATION = "audit_app";

    private final EmbeddedPostgres postgres;

    private Server(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Server start() throws IOException, SQLException {
        Server server = new Server(
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start());
        try (Connection connection = server.postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + OWNER + " login password 'owner-s3cret'");
            statement.execute("create role " + APPLICATION + " login password 'app-s3cret'");
        }
        return server;
    }

    /** Makes an empty database that the owner owns. */
    void database(String name) throws SQLException {
        sql("create database " + name + " owner " + OWNER
                + " template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
    }

    /** Whatever the server's administrator may do. */
    void sql(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    Connection as(String role, String database) throws SQLException {
        String password = role.equals(OWNER) ? "owner-s3cret" : "app-s3cret";
        return DriverManager.getConnection(url(database), role, password);
    }

    /** The settings' block for it, with passwords in files of the estate. */
    String settings(Estate estate, String database) {
        estate.write("app-password", "app-s3cret\n");
        estate.write("owner-password", "owner-s3cret\n");
        return String.join(
                "\n",
                List.of(
                        "  database:",
                        "    url: \"" + url(database) + "\"",
                        "    user: " + APPLICATION,
                        "    password-file: " + estate.path("app-password"),
                        "    owner-user: " + OWNER,
                        "    owner-password-file: " + estate.path("owner-password"),
                        ""));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
