package org.trainingaudit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingaudit.setup.Places;

/** A kill is what the disk holds at that moment: the folder is copied while the database is open, and started from there. */
class DatabaseUpgradeTest {

    @TempDir
    Path folder;

    /** Which of the scripts after the second is cut off, and after how many of its statements. */
    @ParameterizedTest
    @ValueSource(strings = {"3/0", "3/1", "4/1", "5/1", "7/1", "7/2", "8/1", "8/3"})
    void isWholeAfterAKillInTheMiddleOfAScript(String where) throws Exception {
        String version = where.substring(0, where.indexOf('/'));
        int statements = Integer.parseInt(where.substring(where.indexOf('/') + 1));
        Places places = new Places(folder, folder.resolve("data"));
        old(places);
        Places killed = new Places(folder, folder.resolve("killed"));

        Killing killing = new Killing(version, statements, places, killed);
        assertThatThrownBy(() -> new DatabaseUpgrade(places.database())
                        .run(flyway(places).callbacks(killing).load()))
                .hasStackTraceContaining(Killing.WORD);

        assertThat(files(killed)).contains("audit.upgrading", "audit.before-upgrade.zip");
        NewDatabase.begin(killed);
        new DatabaseUpgrade(killed.database()).run(flyway(killed).load());

        assertThat(flyway(killed).load().info().pending()).isEmpty();
        assertThat(count(killed, "select count(*) from trail_pending where run = 'kept'"))
                .isEqualTo(1);
        assertThat(files(killed)).containsExactly("audit.mv.db");
    }

    @Test
    void leavesNothingBesideTheDatabase() throws Exception {
        Places places = new Places(folder, folder.resolve("data"));
        old(places);

        NewDatabase.begin(places);
        new DatabaseUpgrade(places.database()).run(flyway(places).load());

        assertThat(files(places)).containsExactly("audit.mv.db");
        assertThat(count(places, "select count(*) from trail_pending")).isEqualTo(1);
    }

    @Test
    void saysWhatToDoWhereTheCopyIsNoCopy() throws Exception {
        Places places = new Places(folder, folder.resolve("data"));
        old(places);
        Files.writeString(places.data().resolve("db/audit.upgrading"), "under way");
        Files.write(places.data().resolve("db/audit.before-upgrade.zip"), new byte[0]);

        assertThatThrownBy(() -> NewDatabase.begin(places))
                .hasStackTraceContaining("holds no audit.mv.db; put a backup of")
                .hasStackTraceContaining("then delete");
    }

    /** A database as the second script left it, in use. */
    private static void old(Places places) throws Exception {
        Files.createDirectories(places.data().resolve("db"));
        flyway(places).target("2").load().migrate();
        try (Connection connection = open(places);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into trail_pending (id, kind, run, submitted, body)"
                    + " values ('1', 'verdict', 'kept', current_timestamp, x'7b7d')");
        }
    }

    private static FluentConfiguration flyway(Places places) {
        return Flyway.configure()
                .dataSource(url(places), "audit", "")
                .placeholders(Map.of("queue-numbers-at-once", "10000"));
    }

    private static String url(Places places) {
        return "jdbc:h2:file:" + places.database().toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
    }

    private static Connection open(Places places) throws SQLException {
        return DriverManager.getConnection(url(places), "audit", "");
    }

    private static long count(Places places, String sql) throws SQLException {
        try (Connection connection = open(places);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> files(Places places) throws IOException {
        try (Stream<Path> files = Files.list(places.data().resolve("db"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".trace.db"))
                    .sorted()
                    .toList();
        }
    }

    /** Does the first statements of a script as a kill would leave them, and takes a copy of the folder then. */
    private static final class Killing implements Callback {
        static final String WORD = "killed here";
        private final String version;
        private final int statements;
        private final Places from;
        private final Places to;

        Killing(String version, int statements, Places from, Places to) {
            this.version = version;
            this.statements = statements;
            this.from = from;
            this.to = to;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE
                    && context.getMigrationInfo().getVersion().getVersion().equals(version);
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                cutOff(context);
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
            throw new IllegalStateException(WORD);
        }

        private void cutOff(Context context) throws IOException, SQLException {
            String script = new String(
                    DatabaseUpgradeTest.class
                            .getResourceAsStream("/db/migration/"
                                    + context.getMigrationInfo().getScript())
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            try (Connection connection = open(from);
                    Statement statement = connection.createStatement()) {
                String[] parts = script.replaceAll("(?m)--.*$", "").split(";", -1);
                for (int i = 0; i < statements; i++) {
                    statement.execute(parts[i]);
                }
                copy();
            }
        }

        private void copy() throws IOException {
            Path source = from.data().resolve("db");
            Path target = Files.createDirectories(to.data().resolve("db"));
            try (Stream<Path> files = Files.list(source)) {
                for (Path file : files.toList()) {
                    Files.copy(file, target.resolve(file.getFileName()));
                }
            }
        }

        @Override
        public String getCallbackName() {
            return "killing";
        }
    }
}
