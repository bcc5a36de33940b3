package org.trainingaudit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trainingaudit.Server;
import org.trainingaudit.setup.DatabaseSettings;
import org.trainingaudit.setup.DatabaseSettings.Login;
import org.trainingaudit.setup.Places;

/** What was deleted of commitments is in no file of the database any more, so that erasing is forgetting. */
class ForgettingTest {

    private static final String TABLE =
            "create table trail_commitment (commitment varchar(64) primary key, content text)";
    private static final String VALUE = "a value that somebody had forgotten";

    @TempDir
    Path folder;

    /** Its control ends as a kill does: an orderly end has a fifth of a second to write anew what it likes, and may forget by chance. */
    @Test
    void happensInTheFileOfTheEmbeddedDatabase() throws Exception {
        Places places = new Places(folder, folder);
        EmbeddedDatabase database = new EmbeddedDatabase(places);
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute("create table other (number integer primary key, content text)");
            fill(connection, 1);
            statement.execute("insert into trail_commitment values ('c', '" + VALUE + "')");
            fill(connection, 20_000);
        }
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute("delete from trail_commitment");
            statement.execute("checkpoint sync");
            statement.execute("shutdown immediately");
        }
        assertThat(text(places)).as("deleting alone").contains(VALUE);

        database.forgetDeleted();

        assertThat(text(places)).doesNotContain(VALUE);
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("delete from other"))
                    .as("all else is there")
                    .isEqualTo(40_000);
        }
    }

    private static Connection open(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.properties().get("spring.datasource.url"),
                database.properties().get("spring.datasource.username"),
                "");
    }

    private static void fill(Connection connection, int from) throws SQLException {
        Random random = new Random(from);
        byte[] bytes = new byte[500];
        try (PreparedStatement insert = connection.prepareStatement("insert into other values (?, ?)")) {
            for (int number = from; number < from + 20_000; number++) {
                random.nextBytes(bytes);
                insert.setInt(1, number + from);
                insert.setString(2, HexFormat.of().formatHex(bytes));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String text(Places places) throws IOException {
        return Files.readString(NewDatabase.file(places), StandardCharsets.ISO_8859_1);
    }

    @Test
    void happensInTheFilesOfTheTableOnPostgres() throws Exception {
        try (Server server = Server.start()) {
            JdbcClient jdbc = JdbcClient.create(server.database());
            jdbc.sql(TABLE).update();
            jdbc.sql("insert into trail_commitment values ('a', 'kept'), ('c', '" + VALUE + "')")
                    .update();
            jdbc.sql("delete from trail_commitment where commitment = 'c'").update();
            jdbc.sql("vacuum trail_commitment").update();
            assertThat(text(jdbc)).as("deleting and a plain VACUUM").contains(VALUE);

            server(server).forgetDeleted();

            assertThat(text(jdbc)).contains("kept").doesNotContain(VALUE);
        }
    }

    private static ServerDatabase server(Server server) {
        DatabaseSettings settings = new DatabaseSettings(
                Optional.of(server.url("postgres")),
                Optional.of(new Login("audit_app", Optional.empty(), Optional.empty())),
                Optional.of(new Login("postgres", Optional.empty(), Optional.empty())));
        return new ServerDatabase(settings, name -> null, () -> {});
    }

    private static String text(JdbcClient jdbc) {
        jdbc.sql("checkpoint").update();
        byte[] file = jdbc.sql("select pg_read_binary_file(pg_relation_filepath('trail_commitment'))")
                .query(byte[].class)
                .single();
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
