package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import servers.Postgres;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcReaderTest {

    private static final String H2 = "jdbc:h2:mem:estate";

    @TempDir
    Path folder = Path.of("");

    private Postgres postgres;
    private Connection h2;
    private Collected got = new Collected();

    @BeforeAll
    void start() throws IOException, SQLException {
        h2 = DriverManager.getConnection(H2 + ";DB_CLOSE_DELAY=-1", "sa", "sa-secret");
        postgres = Postgres.start();
        for (String database : List.of("h2", "postgres")) {
            run(database, "create schema app");
            run(
                    database,
                    "create table app.patients (region int, id int, name varchar(100), born date, raw "
                            + (database.equals("h2") ? "varbinary(10)" : "bytea") + ", primary key (region, id))");
            run(
                    database,
                    "insert into app.patients select mod(n, 3), n, 'person ' || n, date '1980-01-31',"
                            + (database.equals("h2") ? " x'ff00'" : " '\\xff00'") + " from "
                            + (database.equals("h2") ? "system_range(1, 1000) t(n)" : "generate_series(1, 1000) t(n)"));
            run(database, "create view app.names as select name from app.patients where id <= 5");
            run(database, "create table app.\"odd \"\"name; --\" (\"a.b\" int, \"select\" varchar(9))");
            run(database, "insert into app.\"odd \"\"name; --\" values (1, 'x')");
            run(database, "create table app.claim_2026 (a int)");
        }
    }

    @AfterAll
    void stop() throws IOException, SQLException {
        h2.createStatement().execute("shutdown");
        postgres.close();
    }

    @BeforeEach
    void forget() {
        got = new Collected();
    }

    private void run(String database, String sql) throws SQLException {
        Connection connection = database.equals("h2") ? h2 : postgres.database().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            if (connection != h2) {
                connection.close();
            }
        }
    }

    private JdbcSource source(String database, String... tables) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "sa-secret\n");
        String url = database.equals("h2") ? H2 : postgres.url();
        return new JdbcSource(
                "crm",
                JdbcAddress.of(url),
                database.equals("h2") ? "sa" : "postgres",
                new JdbcPassword(Optional.empty(), Optional.of(password)),
                "owner",
                Set.of(),
                List.of(tables),
                60);
    }

    private static String schema(String database, String name) {
        return database.equals("h2") ? name.toUpperCase(java.util.Locale.ROOT) : name;
    }

    private ReadResult read(String database, String table) throws IOException {
        Dataset dataset =
                source(database, schema(database, "app." + table)).datasets().get(0);
        return DatasetReader.read(dataset, Limits.DEFAULT, got);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void tellsWhatTheDatabaseSaysOfATable(String database) throws IOException {
        Dataset dataset =
                source(database, schema(database, "app.patients")).datasets().get(0);

        Announced said = Announced.of(dataset, Limits.DEFAULT);

        assertThat(said.rows()).hasValue(1000);
        assertThat(said.types()).containsEntry(schema(database, "born"), "date").hasSize(5);
    }

    private Fingerprint fingerprint(String database, String table) throws IOException {
        return Fingerprint.of(
                source(database, schema(database, "app." + table)).datasets().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void readsATableByItsKey(String database) throws IOException {
        ReadResult result = read(database, "patients");
        assertThat(got.columns)
                .extracting(name -> name.toLowerCase(java.util.Locale.ROOT))
                .containsExactly("region", "id", "name", "born", "raw");
        assertThat(got.rows)
                .hasSize(1000)
                .doesNotHaveDuplicates()
                .contains(List.of("2", "5", "person 5", "1980-01-31", "0xFF00"));
        assertThat(result).extracting(ReadResult::read, ReadResult::form).containsExactly(1000L, "jdbc by key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void readsAView(String database) throws IOException {
        assertThat(read(database, "names").form()).isEqualTo("jdbc without key");
        assertThat(got.rows).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void quotesNames(String database) throws IOException {
        String schema = schema(database, "app");
        Dataset odd = source(database, schema + ".odd*").datasets().get(0);
        assertThat(odd.id()).isEqualTo("crm/" + schema + ".odd \"name; --");
        DatasetReader.read(odd, Limits.DEFAULT, got);
        assertThat(got.columns).containsExactly("a.b", "select");
        assertThat(got.rows).containsExactly(List.of("1", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void listsWhatItsPatternsNameAndTellsWhatIsMissing(String database) throws IOException {
        String claims = schema(database, "app.claim_") + "*";
        List<Dataset> datasets = source(database, claims, "app.gone").datasets();
        assertThat(datasets)
                .extracting(Dataset::id)
                .containsExactly("crm/" + schema(database, "app.claim_2026"), "crm/app.gone");
        assertThat(datasets.get(1).refusal().orElseThrow().message()).contains("no table or view 'app.gone'");
        assertThat(source(database).datasets()).hasSize(4);
    }

    /** Rows that come while it is read are of the next night; those that go are still there. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void readsAllAtOneMoment(String database) throws IOException, SQLException {
        run(database, "create table app.moving (id int primary key, name varchar(9))");
        run(
                database,
                "insert into app.moving select n, 'old' from "
                        + (database.equals("h2") ? "system_range(1, 500) t(n)" : "generate_series(1, 500) t(n)"));
        Dataset moving =
                source(database, schema(database, "app.moving")).datasets().get(0);
        boolean[] changed = {false};
        DatasetReader.read(moving, Limits.DEFAULT, new RowVisitor() {
            @Override
            public void columns(List<String> names) {
                got.columns(names);
            }

            @Override
            public void row(Row row) {
                got.row(row);
                if (!changed[0]) {
                    changed[0] = true;
                    change(database);
                }
            }

            @Override
            public void rejected(Rejection rejection) {
                got.rejected(rejection);
            }
        });
        run(database, "drop table app.moving");
        assertThat(got.rows).hasSize(500).allMatch(row -> row.get(1).equals("old"));
    }

    private void change(String database) {
        try {
            run(database, "update app.moving set name = 'new' where id > 100");
            run(database, "insert into app.moving values (501, 'new')");
            run(database, "delete from app.moving where id = 400");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void showsAnyChangeInTheFingerprint(String database) throws IOException, SQLException {
        run(database, "create table app.kept (id int, name varchar(9))");
        run(database, "insert into app.kept values (1, 'a'), (2, 'b')");
        Fingerprint first = fingerprint(database, "kept");
        assertThat(fingerprint(database, "kept")).isEqualTo(first);
        run(database, "update app.kept set name = 'c' where id = 2");
        Fingerprint updated = fingerprint(database, "kept");
        run(database, "delete from app.kept where id = 1");
        Fingerprint deleted = fingerprint(database, "kept");
        run(database, "alter table app.kept add column more int");
        Fingerprint wider = fingerprint(database, "kept");
        run(database, "drop table app.kept");
        assertThat(List.of(first, updated, deleted, wider)).doesNotHaveDuplicates();
    }

    @Test
    void fingerprintsAViewByItsRows() throws IOException, SQLException {
        Fingerprint before = fingerprint("postgres", "names");
        run("postgres", "update app.patients set name = 'other' where id = 1");
        Fingerprint after = fingerprint("postgres", "names");
        run("postgres", "update app.patients set name = 'person 1' where id = 1");
        assertThat(after).isNotEqualTo(before);
        assertThat(fingerprint("postgres", "names")).isEqualTo(before);
    }

    @Test
    void changesNothingAndRejectsWhatTheDriverCanNotGive() throws IOException, SQLException {
        try (Connection connection = source("postgres").open();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from app.patients"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("read-only");
        }
        ReadResult result =
                DatasetReader.read(source("postgres", "app.names").datasets().get(0), new Limits(10, 8, 1), got);
        assertThat(result.rejectedBy()).containsEntry("too-long", 5L);
    }

    @Test
    void tellsThatADatabaseDoesNotAnswerWithoutTheDriversWords() throws IOException {
        JdbcSource wrong = new JdbcSource(
                "crm",
                JdbcAddress.of(postgres.url().replace("/postgres", "/gone")),
                "postgres",
                new JdbcPassword(Optional.empty(), Optional.empty()),
                "owner",
                Set.of(),
                List.of(),
                60);
        assertThat(wrong.datasets().get(0).refusal().orElseThrow().message())
                .contains("'localhost' doesn't answer as it should (SQLSTATE 3D000)")
                .doesNotContain("gone");
        JdbcSource secretless = new JdbcSource(
                "crm",
                JdbcAddress.of("jdbc:h2:mem:estate"),
                "sa",
                new JdbcPassword(Optional.of("NO_SUCH_VARIABLE_HERE"), Optional.empty()),
                "owner",
                Set.of(),
                List.of(),
                60);
        assertThat(secretless.datasets().get(0).refusal().orElseThrow().message())
                .contains("'NO_SUCH_VARIABLE_HERE'");
    }

    /** The clocks of Berlin never show 02:00 to 03:00 of that day, so that the driver's moments are others. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void readsEachRowOnceByAMomentThatTheMachinesClocksSkip(String database) throws IOException, SQLException {
        run(database, "create table app.stamped (at timestamp primary key)");
        String moment = database.equals("h2")
                ? "dateadd(second, n, timestamp '2026-03-29 02:00:00') from system_range(1, 3000) t(n)"
                : "timestamp '2026-03-29 02:00:00' + n * interval '1 second' from generate_series(1, 3000) t(n)";
        run(database, "insert into app.stamped select " + moment);
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            read(database, "stamped");
        } finally {
            TimeZone.setDefault(zone);
            run(database, "drop table app.stamped");
        }
        assertThat(got.rows).hasSize(3000).doesNotHaveDuplicates();
    }

    @Test
    void readsATableByAKeyThatIsAListOfWords() throws IOException, SQLException {
        run("postgres", "create type app.kind as enum ('z', 'a')");
        run("postgres", "create table app.listed (kind app.kind, id int, primary key (kind, id))");
        run(
                "postgres",
                "insert into app.listed select cast(case mod(n, 2) when 0 then 'z' else 'a' end as app.kind), n"
                        + " from generate_series(1, 1000) t(n)");
        try {
            read("postgres", "listed");
        } finally {
            run("postgres", "drop table app.listed");
        }
        assertThat(got.rows).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void showsAChangeOfARowThatIsLongerThanTheUsualLimit() throws IOException, SQLException {
        run("h2", "create table app.long_rows (id int, text clob)");
        run("h2", "insert into app.long_rows values (1, repeat('x', 5000000))");
        Fingerprint first = fingerprint("h2", "long_rows");
        run("h2", "update app.long_rows set text = repeat('y', 5000000)");
        Fingerprint changed = fingerprint("h2", "long_rows");
        run("h2", "drop table app.long_rows");
        assertThat(changed).isNotEqualTo(first);
    }

    @Test
    void loadsTheDriversBesideTheProgramOnce() throws IOException {
        Path drivers = Files.createDirectory(folder.resolve("drivers"));
        Files.createFile(drivers.resolve("x.jar"));
        ClassLoader first = JdbcDrivers.added(folder);
        assertThat(JdbcDrivers.added(folder)).isSameAs(first);
        Files.createFile(drivers.resolve("y.jar"));
        assertThat(JdbcDrivers.added(folder)).isNotSameAs(first);
    }
}
