package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crash.StillClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same audit on a real PostgreSQL: every migration, whole runs, the rights of its roles, one process at a time. */
class PostgresTest extends OnPostgres {

    private static final String SETTINGS = "audit:\n  nightly: {partitions: 2, chunk-size: 2}\n";

    @TempDir
    Path folder;

    private Estate onPostgres(Estate estate, String database) throws SQLException {
        server.database(database);
        estate.write("config/application.yaml", SETTINGS + server.settings(estate, database));
        return estate;
    }

    private static final Pattern CONFIGURATION = Pattern.compile(
            "\"uuid\" : \"(?<id>[0-9a-f-]{36})\",\\s+\"title\" : \"Configuration snapshot (?<hash>[0-9a-f]{64})\"");

    /**
     * Every file of all reports, by name. The configuration's own hash, and the id that follows from it, must differ, since the
     * configuration says which database it is; nothing else may.
     */
    private static Map<String, String> reports(Estate estate) throws IOException {
        Map<String, String> reports = new TreeMap<>();
        try (Stream<Path> files = Files.walk(estate.path("var/reports"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                reports.put(
                        estate.path("var/reports").relativize(file).toString(),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        Matcher configuration = CONFIGURATION.matcher(String.join("\n", reports.values()));
        assertThat(configuration.find()).isTrue();
        String hash = configuration.group("hash");
        String id = configuration.group("id");
        reports.replaceAll((name, text) -> text.replace(hash, "HASH")
                .replace(" " + hash.substring(0, 8) + ".", " HASH.")
                .replace(" " + hash.substring(0, 8) + "。", " HASH。")
                .replace(id, "ID"));
        return reports;
    }

    private static Command run(Estate estate) {
        return Command.audit(StillClock.class, estate.arguments("run"));
    }

    @Test
    void writesTheReportsThatItWritesOnTheEmbeddedDatabase() throws Exception {
        Estate embedded = Estate.small(folder.resolve("embedded/estate"));
        Estate served = onPostgres(Estate.small(folder.resolve("served/estate")), "same");
        for (Estate estate : new Estate[] {embedded, served}) {
            Command first = run(estate);
            assertThat(first.code()).as(first.err()).isEqualTo(1);
            estate.write("data/prices.csv", "item,price\nbolt,3\nnut,4\nscrew,5\n");
            Command second = run(estate);
            assertThat(second.code()).as(second.err()).isEqualTo(1);
            Command verified = Command.audit("verify", estate.path("var/trail").toString(), "--key", second.vkey());
            assertThat(verified.code()).as(verified.out()).isZero();
        }

        Map<String, String> wanted = reports(embedded);
        assertThat(wanted.keySet()).anyMatch(name -> name.endsWith("_2/verdicts.csv"));
        assertThat(reports(served)).isEqualTo(wanted);
        assertThat(Files.exists(served.path("var/db")))
                .as("no embedded database beside it")
                .isFalse();
    }

    /** What ships, as a newcomer starts it. */
    @Test
    void auditsTheDemoEstateAsOnTheEmbeddedDatabase() throws Exception {
        Estate embedded = Estate.shipped(folder.resolve("demo-embedded"));
        Estate served = Estate.shipped(folder.resolve("demo-served"));
        server.database("demo");
        String shipped = Files.readString(served.path("config/application.yaml"));
        assertThat(shipped).contains("  database:\n");
        served.write("config/application.yaml", shipped.replace("  database:\n", server.settings(served, "demo")));
        for (Estate estate : new Estate[] {embedded, served}) {
            Command run = run(estate);
            assertThat(run.code()).as(run.err()).isEqualTo(1);
        }

        assertThat(reports(served)).isEqualTo(reports(embedded));
    }

    /** A55 of the threats: what a role may not do, whoever has its password. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update trail_entry set bytes = bytes",
                "delete from trail_entry",
                "truncate trail_entry",
                "drop table trail_entry",
                "alter table trail_entry add column x integer",
                "alter table trail_entry disable trigger all",
                "update trail_closed set origin = origin",
                "delete from trail_closed",
                "truncate trail_closed",
                "update flyway_schema_history set success = false",
                "create table own (x integer)"
            })
    void keepsTheApplicationFromChangingTheTrail(String sql) throws Exception {
        String database = rights();
        try (Connection connection = server.as(Server.APPLICATION, database);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void letsTheApplicationReadAndAddToTheTrail() throws Exception {
        String database = rights();
        try (Connection connection = server.as(Server.APPLICATION, database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try (ResultSet row = statement.executeQuery("select count(*) from trail_entry")) {
                row.next();
                assertThat(row.getLong(1)).isPositive();
            }
            int added = statement.executeUpdate("insert into trail_entry select log, seq + 1000000"
                    + columnsAfterSeq(connection) + " from trail_entry where seq = 0");
            assertThat(added).isEqualTo(1);
            connection.rollback();
        }
    }

    /** The other columns, made unlike those of the row that is copied where they must be. */
    private static String columnsAfterSeq(Connection connection) throws SQLException {
        StringBuilder columns = new StringBuilder();
        try (ResultSet rows = connection.getMetaData().getColumns(null, "public", "trail_entry", null)) {
            while (rows.next()) {
                String name = rows.getString("COLUMN_NAME");
                if (!name.equals("log") && !name.equals("seq")) {
                    columns.append(", ").append(name.equals("id") ? "'none'" : name);
                }
            }
        }
        return columns.toString();
    }

    private String rights = "";

    /** A database that a run has made and used, once for all tests. */
    private String rights() throws SQLException {
        if (rights.isEmpty()) {
            Command run = run(onPostgres(Estate.small(folder.resolve("rights")), "rights"));
            assertThat(run.code()).as(run.err()).isEqualTo(1);
            rights = "rights";
        }
        return rights;
    }

    @Test
    void tellsTheSecondProcessWhoHasTheDatabase() throws Exception {
        Estate estate = onPostgres(Estate.small(folder.resolve("busy")), "busy");
        try (Connection first = server.as(Server.APPLICATION, "busy");
                Statement statement = first.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x7472_6169_6E61_7564L + ")");
            Command second = run(estate);
            assertThat(second.code()).isEqualTo(2);
            assertThat(second.err()).contains("is in use by a process on 127.0.0.1 since");
        }
        Command after = run(estate);
        assertThat(after.code()).as(after.err()).isEqualTo(1);
    }

    /** A04 of the threats: a copy of the night before appends nothing until the trail's own files have brought it up to date. */
    @Test
    void refusesARestoredOlderDatabaseUntilItIsReplayed() throws Exception {
        Estate estate = onPostgres(Estate.small(folder.resolve("restored")), "restored");
        assertThat(run(estate).code()).isEqualTo(1);
        server.sql("create database restored_backup template restored");
        estate.write("data/prices.csv", "item,price\nbolt,3\nnut,4\nscrew,5\n");
        assertThat(run(estate).code()).isEqualTo(1);
        server.sql("drop database restored");
        server.sql("alter database restored_backup rename to restored");

        Command refused = run(estate);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("replay");
        Command replayed = Command.audit(
                StillClock.class,
                "trail",
                "replay",
                "--config",
                estate.path("config").toString(),
                "--data",
                estate.path("var").toString());
        assertThat(replayed.code()).as(replayed.err()).isZero();
        Command after = run(estate);
        assertThat(after.code()).as(after.err()).isEqualTo(1);
        assertThat(after.out())
                .contains("manual/2026-11-21/3")
                .contains("0 newly opened, 0 reopened, 1 still open, 0 closed");
        Command verified = Command.audit("verify", estate.path("var/trail").toString(), "--key", after.vkey());
        assertThat(verified.code()).as(verified.out()).isZero();
    }

    @Test
    void saysWhyADatabaseCannotBeHadAndShowsNoSecret() throws Exception {
        Estate estate = onPostgres(Estate.small(folder.resolve("refused")), "refused");
        String settings = SETTINGS + server.settings(estate, "refused");

        estate.write("config/application.yaml", settings.replace("user: audit_app", "user: nobody_knows_it"));
        assertThat(refusal(estate)).contains("refuses role 'nobody_knows_it'");
        estate.write("config/application.yaml", settings.replace("/refused\"", "/nowhere\""));
        assertThat(refusal(estate)).contains("/nowhere' isn't there");
        estate.write("config/application.yaml", settings.replaceFirst(":\\d+/refused", ":1/refused"));
        assertThat(refusal(estate)).contains("can't be reached (state 08001)");
        estate.write("config/application.yaml", settings.replace("/app-password", "/no-such-file"));
        assertThat(refusal(estate)).contains("with the password of database role 'audit_app' can't be read");
        estate.write(
                "config/application.yaml",
                settings.replace("/refused\"", "/refused?socketFactory=x.Y&socketFactoryArg=z\""));
        assertThat(refusal(estate)).contains("parameter 'socketFactory' isn't allowed");
    }

    private static String refusal(Estate estate) {
        Command run = run(estate);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err() + run.out()).doesNotContain("s3cret");
        return run.err();
    }
}
