package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@link JdbcReaderTest} asks of other databases, of a real MariaDB; where none is installed, nothing is tried. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MariaDbReaderTest {

    @TempDir
    Path folder = Path.of("");

    private MariaDbServer server;

    @BeforeAll
    void start(@TempDir Path own) throws IOException, SQLException, InterruptedException {
        assumeTrue(MariaDbServer.installed().isPresent(), "no mariadbd on this machine");
        server = MariaDbServer.start(own);
        run(
                "create database app character set utf8mb4",
                "create table app.patients (region int, id int, name varchar(100), born date, raw varbinary(10),"
                        + " primary key (region, id))",
                "insert into app.patients select mod(seq, 3), seq, concat('person ', seq), '1980-01-31', x'ff00'"
                        + " from seq_1_to_1000",
                "create view app.names as select name from app.patients where id <= 5",
                "create table app.`odd ``name; --` (`a.b` int, `select` varchar(9))",
                "insert into app.`odd ``name; --` values (1, 'x')",
                "create table app.claim_2026 (a int)");
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = server.owner();
                Statement statement = connection.createStatement()) {
            statement.execute("use mysql");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private JdbcSource source(String... tables) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "reader-secret\n");
        return new JdbcSource(
                "crm",
                JdbcAddress.of(server.url("app")),
                "reader",
                new JdbcPassword(Optional.empty(), Optional.of(password)),
                "owner",
                Set.of(),
                List.of(tables),
                60);
    }

    private Dataset table(String table) throws IOException {
        return source("app." + table).datasets().get(0);
    }

    private Collected read(String table) throws IOException {
        Collected got = new Collected();
        DatasetReader.read(table(table), Limits.DEFAULT, got);
        return got;
    }

    @Test
    void readsATableByItsKey() throws IOException {
        Collected got = new Collected();
        ReadResult result = DatasetReader.read(table("patients"), Limits.DEFAULT, got);
        assertThat(got.columns).containsExactly("region", "id", "name", "born", "raw");
        assertThat(got.rows)
                .hasSize(1000)
                .doesNotHaveDuplicates()
                .contains(List.of("2", "5", "person 5", "1980-01-31", "0xFF00"));
        assertThat(result).extracting(ReadResult::read, ReadResult::form).containsExactly(1000L, "jdbc by key");
    }

    @Test
    void readsAView() throws IOException {
        Collected got = new Collected();
        assertThat(DatasetReader.read(table("names"), Limits.DEFAULT, got).form())
                .isEqualTo("jdbc without key");
        assertThat(got.rows).hasSize(5);
    }

    @Test
    void quotesNames() throws IOException {
        Dataset odd = table("odd*");
        assertThat(odd.id()).isEqualTo("crm/app.odd `name; --");
        Collected got = new Collected();
        DatasetReader.read(odd, Limits.DEFAULT, got);
        assertThat(got.columns).containsExactly("a.b", "select");
        assertThat(got.rows).containsExactly(List.of("1", "x"));
    }

    @Test
    void listsWhatItsPatternsNameAndTellsWhatIsMissing() throws IOException {
        List<Dataset> datasets = source("app.claim_*", "app.gone").datasets();
        assertThat(datasets).extracting(Dataset::id).containsExactly("crm/app.claim_2026", "crm/app.gone");
        assertThat(datasets.get(1).refusal().orElseThrow().message()).contains("no table or view 'app.gone'");
        assertThat(source().datasets())
                .extracting(Dataset::id)
                .contains("crm/app.patients", "crm/app.names")
                .allMatch(id -> id.startsWith("crm/app."));
    }

    /** Rows that come while it is read are of the next night; those that go are still there. */
    @Test
    void readsAllAtOneMoment() throws IOException, SQLException {
        run(
                "create table app.moving (id int primary key, name varchar(9))",
                "insert into app.moving select seq, 'old' from seq_1_to_500");
        Collected got = new Collected();
        boolean[] changed = {false};
        DatasetReader.read(table("moving"), Limits.DEFAULT, new RowVisitor() {
            @Override
            public void columns(List<String> names) {
                got.columns(names);
            }

            @Override
            public void row(Row row) {
                got.row(row);
                if (!changed[0]) {
                    changed[0] = true;
                    change();
                }
            }

            @Override
            public void rejected(Rejection rejection) {
                got.rejected(rejection);
            }
        });
        run("drop table app.moving");
        assertThat(got.rows).hasSize(500).allMatch(row -> row.get(1).equals("old"));
    }

    private void change() {
        try {
            run(
                    "update app.moving set name = 'new' where id > 100",
                    "insert into app.moving values (501, 'new')",
                    "delete from app.moving where id = 400");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void showsAnyChangeInTheFingerprint() throws IOException, SQLException {
        run("create table app.kept (id int, name varchar(9))", "insert into app.kept values (1, 'a'), (2, 'b')");
        Fingerprint first = Fingerprint.of(table("kept"));
        assertThat(Fingerprint.of(table("kept"))).isEqualTo(first);
        run("update app.kept set name = 'c' where id = 2");
        Fingerprint updated = Fingerprint.of(table("kept"));
        run("alter table app.kept add column more int");
        Fingerprint wider = Fingerprint.of(table("kept"));
        run("drop table app.kept");
        assertThat(List.of(first, updated, wider)).doesNotHaveDuplicates();
    }

    @Test
    void changesNothing() throws IOException, SQLException {
        try (Connection connection = source().open();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from app.patients"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(read("patients").rows).hasSize(1000);
    }

    @Test
    void readsTextsOfEveryEncoding() throws IOException, SQLException {
        run(
                "create table app.texts (id int primary key, u varchar(20), s varchar(20) character set cp932,"
                        + " e varchar(20) character set ujis, l varchar(20) character set latin1, w varchar(20) character set utf16)",
                "set names utf8mb4",
                "insert into app.texts values (1, '佐藤 😀', '高橋①', '渡辺', 'Müller', '山田'), (2, null, '', null, null, null)");
        assertThat(read("texts").rows)
                .containsExactly(List.of("1", "佐藤 😀", "高橋①", "渡辺", "Müller", "山田"), List.of("2", "", "", "", "", ""));
    }

    @Test
    void readsEveryType() throws IOException, SQLException {
        run(
                "set sql_mode = ''",
                "create table app.types (id bigint unsigned primary key, flag tinyint(1), bits bit(8), price decimal(10,3),"
                        + " rough double, born date, at datetime(3), stamp timestamp null, span time, y year,"
                        + " kind enum('a','b'), some set('x','y'), doc json, note longtext, file longblob, uu uuid, ip inet6)",
                "set time_zone = '+00:00'",
                "insert into app.types values (18446744073709551615, 1, b'101', 12.500, 1.5, '1980-01-31',"
                        + " '2026-11-22 10:11:12.345', '2026-11-22 10:11:12', '101:02:03', 2026, 'b', 'x,y', '{\"a\": 1}', 'text',"
                        + " x'00ff', '123e4567-e89b-12d3-a456-426614174000', '2001:db8::1')",
                "insert into app.types (id, born) values (1, '0000-00-00')");
        Collected got = read("types");
        assertThat(got.rejections).isEmpty();
        assertThat(got.rows).hasSize(2);
        assertThat(got.rows.get(1))
                .startsWith("18446744073709551615", "1")
                .contains(
                        "12.500",
                        "1.5",
                        "1980-01-31",
                        "101:02:03",
                        "2026",
                        "b",
                        "x,y",
                        "{\"a\": 1}",
                        "text",
                        "0x00FF",
                        "123e4567-e89b-12d3-a456-426614174000",
                        "2001:db8::1")
                .anyMatch(cell -> cell.startsWith("2026-11-22 10:11:12.345"));
    }

    /** Keys that compare otherwise than their bytes do, and one that is no exact number. */
    @Test
    void readsEachRowOnceByAnyKey() throws IOException, SQLException {
        run(
                "create table app.named (name varchar(20) character set utf8mb4 collate utf8mb4_general_ci, n int,"
                        + " primary key (name, n))",
                "insert into app.named select concat(elt(1 + mod(seq, 4), 'a', 'B', 'é', '山'), seq div 8), seq from seq_1_to_3000",
                "create table app.rough (f float primary key)",
                "insert into app.rough select seq / 7 from seq_1_to_1200",
                "create table app.dated (at datetime(6), id binary(2), primary key (at, id))",
                "insert into app.dated select '2026-01-01' + interval seq div 3 microsecond, unhex(lpad(hex(mod(seq, 3)), 4, '0'))"
                        + " from seq_1_to_900");
        run(
                "set sql_mode = ''",
                "create table app.listed (kind enum('z','a'), id int, primary key (kind, id))",
                "insert into app.listed select if(mod(seq, 2) = 0, 'z', 'a'), seq from seq_1_to_900",
                "create table app.zero (day date, id int, primary key (day, id))",
                "insert into app.zero select if(seq > 450, '2026-01-01', '0000-00-00'), seq from seq_1_to_900",
                "create table app.worked (year year, id int, primary key (year, id))",
                "insert into app.worked select 2020 + mod(seq, 5), seq from seq_1_to_900",
                "create table app.bits (b bit(16) primary key)",
                "insert into app.bits select seq from seq_1_to_900",
                "create table app.spans (t time(3) primary key)",
                "insert into app.spans select sec_to_time(seq * 1000) from seq_1_to_900");
        for (String table : List.of("listed", "zero", "worked", "bits", "spans")) {
            assertThat(read(table).rows).as(table).hasSize(900).doesNotHaveDuplicates();
        }
        assertThat(read("named").rows).hasSize(3000).doesNotHaveDuplicates();
        assertThat(read("rough").rows).hasSize(1200).doesNotHaveDuplicates();
        assertThat(read("dated").rows).hasSize(900).doesNotHaveDuplicates();
    }

    @Test
    void tellsThatTheDatabaseDoesNotAnswerWithoutTheDriversWords() throws IOException {
        Path password = Files.writeString(folder.resolve("wrong"), "not it");
        JdbcSource wrong = new JdbcSource(
                "crm",
                JdbcAddress.of(server.url("app")),
                "reader",
                new JdbcPassword(Optional.empty(), Optional.of(password)),
                "owner",
                Set.of(),
                List.of(),
                60);
        assertThat(wrong.datasets().get(0).refusal().orElseThrow().message())
                .contains("'127.0.0.1' doesn't answer as it should (SQLSTATE 28000)")
                .doesNotContain("reader");
    }
}
