package org.trainingaudit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL on this machine, with the roles that docs/operating.md makes. */
public final class Server implements AutoCloseable {

    static final String OWNER = "audit_owner";
    static final String APPLICATION = "audit_app";

    private final int port;
    private Closeable running;

    private Server(int port, Closeable running) {
        this.port = port;
        this.running = running;
    }

    /** A new one; it needn't outlive a crash, and so waits for no disk. */
    public static Server start() throws IOException, SQLException {
        return withRoles(
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start());
    }

    /** One that keeps its files in this folder, so that it can be brought down and up again. */
    static Server in(Path files) throws IOException, SQLException {
        return withRoles(kept(files).start());
    }

    /** The one that this machine has installed, with its client programs, and its files in this folder. */
    static Server installed(Path files, int port) throws IOException, SQLException, InterruptedException {
        InstalledPostgres postgres = InstalledPostgres.start(files, port);
        return withRoles(new Server(postgres.port(), postgres));
    }

    private static EmbeddedPostgres.Builder kept(Path files) {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setDataDirectory(files)
                .setCleanDataDirectory(false);
    }

    /** How it is brought down, as {@code pg_ctl -m} calls it. */
    enum Down {
        /** Ends each session and puts everything on the disk. */
        FAST("INT"),
        /** At once, in the middle of whatever it does. */
        IMMEDIATE("QUIT");

        private final String signal;

        Down(String signal) {
            this.signal = signal;
        }
    }

    /** Brings it down and up again. */
    void restart(Path files, Down how) throws IOException, InterruptedException {
        String process = Files.readAllLines(files.resolve("postmaster.pid")).get(0);
        new ProcessBuilder("kill", "-" + how.signal, process).start().waitFor();
        ProcessHandle.of(Long.parseLong(process))
                .ifPresent(server -> server.onExit().join());
        running.close();
        running = kept(files).setPort(port).start();
    }

    /** The statement that begins so, as the guide has it. */
    private static String guide(String begins) {
        try {
            return Files.readAllLines(Path.of("docs/operating.md")).stream()
                    .filter(line -> line.startsWith(begins))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Server withRoles(EmbeddedPostgres postgres) throws SQLException {
        return withRoles(new Server(postgres.getPort(), postgres));
    }

    private static Server withRoles(Server server) throws SQLException {
        server.sql(guide("create role " + OWNER).replace("...", "owner-s3cret"));
        server.sql(guide("create role " + APPLICATION).replace("...", "app-s3cret"));
        return server;
    }

    /** Makes an empty database that the owner owns. */
    void database(String name) throws SQLException {
        sql(guide("create database audit ").replaceFirst(" audit ", " " + name + " "));
    }

    /** Whatever the server's administrator may do. */
    void sql(String sql) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The database {@code postgres}, as its administrator of the same name. */
    public DataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url("postgres"));
        database.setUser("postgres");
        return database;
    }

    /** The address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    int port() {
        return port;
    }

    Connection as(String role, String database) throws SQLException {
        String password = role.equals(OWNER) ? "owner-s3cret" : "app-s3cret";
        return DriverManager.getConnection(url(database), role, password);
    }

    /** The settings' block for it, with passwords in files of the estate. */
    String settings(Estate estate, String database) {
        estate.write("app-password", "app-s3cret\n");
        estate.write("owner-password", "owner-s3cret\n");
        return login(estate, database, APPLICATION, "app-password")
                + "    owner-user: " + OWNER + "\n"
                + "    owner-password-file: " + estate.path("owner-password") + "\n";
    }

    /** The same where the tables' owner works with them itself, and so may change what they look like. */
    String ownersSettings(Estate estate, String database) {
        estate.write("owner-password", "owner-s3cret\n");
        return login(estate, database, OWNER, "owner-password");
    }

    private String login(Estate estate, String database, String role, String passwordFile) {
        return "  database:\n"
                + "    url: \"" + url(database) + "\"\n"
                + "    user: " + role + "\n"
                + "    password-file: " + estate.path(passwordFile) + "\n";
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
