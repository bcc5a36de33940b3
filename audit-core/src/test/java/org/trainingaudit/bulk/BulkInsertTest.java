package org.trainingaudit.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import servers.Postgres;

/** What every way of putting rows in has to hold: the batch on both databases, and what is taken of itself on each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkInsertTest {

    private static final List<String> COLUMNS = List.of("number", "small", "words", "bytes", "at", "flag");
    private static final String TABLE = "create table bulk (number bigint primary key, small integer, words text,"
            + " bytes bytea, at timestamp with time zone, flag boolean not null)";

    private Postgres postgres;

    @BeforeAll
    void start() throws IOException {
        postgres = Postgres.start();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    /** A way, with the database behind it. */
    record Way(String name, DataSource source, JdbcTemplate jdbc, BulkInsert insert) {
        @Override
        public String toString() {
            return name;
        }
    }

    Stream<Way> ways() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:bulk;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        DataSource server = postgres.database();
        return Stream.of(
                way("H2, its own", h2, BulkInsert.of(new JdbcTemplate(h2))),
                way("PostgreSQL, batch", server, new BatchInsert(new JdbcTemplate(server))),
                way("PostgreSQL, its own", server, BulkInsert.of(new JdbcTemplate(server))));
    }

    private static Way way(String name, DataSource source, BulkInsert insert) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.execute("drop table if exists bulk");
        jdbc.execute(TABLE);
        return new Way(name, source, jdbc, insert);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void putsInWhatItIsGiven(Way way) {
        way.jdbc.execute("delete from bulk");
        List<Object[]> rows = awkward();

        way.insert.insert("bulk", COLUMNS, List.of());
        way.insert.insert("bulk", COLUMNS, rows);

        List<List<Object>> found = way.jdbc.query(
                "select number, small, words, bytes, at, flag from bulk order by number",
                (row, index) -> Arrays.asList(
                        row.getLong(1),
                        row.getObject(2),
                        row.getString(3),
                        row.getBytes(4) == null ? null : Arrays.toString(row.getBytes(4)),
                        row.getObject(5, OffsetDateTime.class) == null
                                ? null
                                : row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getBoolean(6)));
        assertThat(found)
                .isEqualTo(rows.stream().map(BulkInsertTest::comparable).toList());
    }

    private static List<Object> comparable(Object[] row) {
        return Arrays.asList(
                row[0],
                row[1],
                row[2],
                row[3] == null ? null : Arrays.toString((byte[]) row[3]),
                row[4] == null ? null : ((OffsetDateTime) row[4]).toInstant(),
                row[5]);
    }

    /** Signs that a text form needs for itself, what isn't ASCII, nothing, and everything that a byte can be. */
    private static List<Object[]> awkward() {
        List<Object[]> rows = new ArrayList<>();
        String[] texts = {
            "", "\\N", "\\.", "a\tb", "a\nb\r\n", "\\", "\\x41", "'quoted', \"twice\"", "糖尿病 👩‍⚕️", "null"
        };
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Random random = new Random(20261122);
        for (long i = 0; i < 10_500; i++) {
            String text = i % 11 == 10 ? null : texts[(int) (i % 11) % texts.length];
            byte[] bytes = i % 3 == 0 ? null : i % 3 == 1 ? all : new byte[0];
            OffsetDateTime at = i % 2 == 0
                    ? null
                    : OffsetDateTime.of(
                            2026, 11, 22, 12, 0, 0, random.nextInt(1_000_000) * 1000, ZoneOffset.ofHours(9));
            rows.add(new Object[] {i, i % 5 == 0 ? null : -(int) i, text, bytes, at, i % 2 == 0});
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void keepsToTheTransactionAndToTheTablesRules(Way way) {
        way.jdbc.execute("delete from bulk");
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(way.source));
        List<Object[]> rows = awkward().subList(0, 100);
        transaction.executeWithoutResult(status -> {
            way.insert.insert("bulk", COLUMNS, rows);
            status.setRollbackOnly();
        });
        assertThat(count(way)).isZero();

        List<Object[]> doubled = new ArrayList<>(rows);
        doubled.add(rows.get(50));
        assertThatThrownBy(
                        () -> transaction.executeWithoutResult(status -> way.insert.insert("bulk", COLUMNS, doubled)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(count(way)).isZero();
        transaction.executeWithoutResult(status -> way.insert.insert("bulk", COLUMNS, rows));
        assertThat(count(way)).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void refusesANumberThatItsColumnCannotHold(Way way) {
        way.jdbc.execute("delete from bulk");
        List<Object[]> rows = awkward().subList(0, 100);
        rows.get(50)[1] = 1L << 32;

        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(way.source));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> way.insert.insert("bulk", COLUMNS, rows)))
                .isInstanceOf(DataAccessException.class);
        assertThat(count(way)).isZero();
    }

    private static Integer count(Way way) {
        return way.jdbc.queryForObject("select count(*) from bulk", Integer.class);
    }
}
