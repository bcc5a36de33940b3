package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import crash.StillClock;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The data folders that earlier releases left behind (see {@link UpgradeSample}) are taken up by this program, on either
 * database: nothing is lost or doubled, and the trail goes on under its key.
 */
class UpgradeTest extends OnPostgres {

    @TempDir
    Path folder;

    static Stream<Path> samples() throws IOException, URISyntaxException {
        Path kept = Path.of(Objects.requireNonNull(UpgradeTest.class.getResource("/upgrade"))
                .toURI());
        try (Stream<Path> files = Files.list(kept)) {
            return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList().stream();
        }
    }

    private static String version(Path sample) {
        return sample.getFileName().toString().replaceAll("\\D", "");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takesUpTheEmbeddedDatabaseOfAnEarlierRelease(Path sample) throws Exception {
        Estate estate = Estate.small(folder.resolve("embedded-" + version(sample)));
        UpgradeSample.unpack(sample, estate.path("var"));

        goesOn(estate);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takesUpTheServedDatabaseOfAnEarlierRelease(Path sample) throws Exception {
        Estate estate = Estate.small(folder.resolve("served-" + version(sample)));
        UpgradeSample.unpack(sample, estate.path("var"));
        String database = "upgrade_" + version(sample);
        server.database(database);
        flyway(database, version(sample)).migrate();
        try (Connection from = UpgradeSample.embedded(estate.path("var"), "");
                Connection to = server.as(Server.OWNER, database)) {
            copy(from, to);
        }
        Files.delete(estate.path("var/db/audit.mv.db"));
        estate.write(
                "config/application.yaml",
                "audit:\n  nightly: {partitions: 2, chunk-size: 2}\n" + server.settings(estate, database));

        goesOn(estate);
    }

    /** The next night finds what the last one left, and the trail verifies from its first entry on. */
    private static void goesOn(Estate estate) throws IOException {
        long before = size(estate);
        Command run = Command.audit(StillClock.class, estate.arguments("run"));
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out())
                .contains("manual/2026-11-21/2")
                .contains("0 newly opened, 0 reopened, 1 still open, 0 closed");
        assertThat(size(estate)).isGreaterThan(before);
        Command verified = Command.audit("verify", estate.path("var/trail").toString(), "--key", run.vkey());
        assertThat(verified.code()).as(verified.out()).isZero();
        assertThat(estate.audit("jobs").out().lines()).hasSize(2).allMatch(line -> line.contains("complete"));
    }

    private static long size(Estate estate) throws IOException {
        return Long.parseLong(
                Files.readAllLines(estate.path("var/trail/checkpoint")).get(1));
    }

    private Flyway flyway(String database, String target) {
        return Flyway.configure()
                .dataSource(server.url(database), Server.OWNER, "owner-s3cret")
                .locations("classpath:db/migration")
                .placeholders(Map.of("queue-numbers-at-once", "1"))
                .target(target)
                .load();
    }

    /** All rows of all tables but Flyway's own, and where the numbers stand. */
    private static void copy(Connection from, Connection to) throws SQLException {
        to.setAutoCommit(false);
        try (Statement statement = to.createStatement()) {
            statement.execute("truncate " + String.join(", ", tables(to)));
        }
        for (String table : inOrder(tables(to))) {
            copy(from, to, table);
        }
        restartNumbers(to);
        to.commit();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getTables(null, "public", null, new String[] {"TABLE"})) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME");
                if (!name.equals("flyway_schema_history")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    /** What others refer to first. */
    private static List<String> inOrder(List<String> tables) {
        List<String> first = List.of(
                "batch_job_instance", "batch_job_execution", "batch_job_execution_params", "batch_step_execution");
        List<String> ordered = new ArrayList<>(first);
        tables.stream().filter(table -> !first.contains(table)).forEach(ordered::add);
        return ordered;
    }

    private static void copy(Connection from, Connection to, String table) throws SQLException {
        try (Statement read = from.createStatement();
                ResultSet rows = read.executeQuery("select * from " + table)) {
            ResultSetMetaData columns = rows.getMetaData();
            String names = IntStream.rangeClosed(1, columns.getColumnCount())
                    .mapToObj(i -> name(columns, i))
                    .collect(Collectors.joining(", "));
            String marks = "?, ".repeat(columns.getColumnCount() - 1) + "?";
            try (PreparedStatement write =
                    to.prepareStatement("insert into " + table + " (" + names + ") values (" + marks + ")")) {
                while (rows.next()) {
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        Object value = rows.getObject(i);
                        write.setObject(
                                i,
                                value instanceof byte[]
                                        ? rows.getBytes(i)
                                        : value instanceof java.sql.Clob ? rows.getString(i) : value);
                    }
                    write.addBatch();
                }
                write.executeBatch();
            }
        }
    }

    private static String name(ResultSetMetaData columns, int column) {
        try {
            return columns.getColumnName(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void restartNumbers(Connection to) throws SQLException {
        String identities = "select table_name, column_name from information_schema.columns"
                + " where table_schema = 'public' and is_identity = 'YES'";
        List<String> statements = new ArrayList<>();
        try (Statement statement = to.createStatement();
                ResultSet rows = statement.executeQuery(identities)) {
            while (rows.next()) {
                String table = rows.getString(1);
                String column = rows.getString(2);
                statements.add("select setval(pg_get_serial_sequence('" + table + "', '" + column + "'),"
                        + " coalesce(max(" + column + "), 0) + 1, false) from " + table);
            }
        }
        for (String[] batch : new String[][] {
            {"batch_job_instance_seq", "job_instance_id", "batch_job_instance"},
            {"batch_job_execution_seq", "job_execution_id", "batch_job_execution"},
            {"batch_step_execution_seq", "step_execution_id", "batch_step_execution"}
        }) {
            statements.add("select setval('" + batch[0] + "', coalesce(max(" + batch[1] + "), 0) + 1, false) from "
                    + batch[2]);
        }
        try (Statement statement = to.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
