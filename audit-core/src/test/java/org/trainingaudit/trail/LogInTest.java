package org.trainingaudit.trail;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A log on a real database of its own and in a folder of its own. */
final class LogInTest implements AutoCloseable {

    private static final Path MIGRATIONS = Path.of("../audit-jobs/src/main/resources/db/migration");
    static final Instant START = Instant.parse("2026-11-21T18:00:00Z");

    final TrailPlaces places;
    final JdbcTemplate jdbc;
    final TransactionTemplate transactions;
    final MovedClock clock = new MovedClock(START);
    Disk disk = new RealDisk();
    TrailSettings settings = TrailSettings.defaults();

    private final Connection keepsOpen;
    private final Map<String, Integer> drafted = new HashMap<>();

    LogInTest(Path data) {
        this(data, "jdbc:h2:mem:" + UUID.randomUUID());
    }

    private LogInTest(Path data, String url) {
        places = TrailPlaces.under(data);
        DriverManagerDataSource source =
                new DriverManagerDataSource(url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        jdbc = new JdbcTemplate(source);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        try {
            keepsOpen = source.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        new ResourceDatabasePopulator(
                        new FileSystemResource(MIGRATIONS.resolve("V2__trail.sql")),
                        new FileSystemResource(MIGRATIONS.resolve("V8__trail_years.sql")),
                        new FileSystemResource(MIGRATIONS.resolve("V9__trail_ids.sql")))
                .execute(source);
    }

    Trail open() {
        return Trail.open(places, settings, jdbc, clock, disk, new SecureRandom(new byte[] {1}));
    }

    <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    /** Opens a run, records so many classifications in it and gives all their places. */
    void record(Trail trail, String run, int classifications) {
        inTransaction(() -> trail.submit(runOpen(run)));
        int from = drafted.merge(run, classifications, Integer::sum) - classifications;
        List<EntryDraft> drafts = IntStream.range(from, from + classifications)
                .mapToObj(i -> classification(run, "column_" + i))
                .toList();
        inTransaction(() -> trail.submit(drafts));
        clock.advance(Duration.ofSeconds(1));
        inTransaction(() -> trail.sequence(Integer.MAX_VALUE));
    }

    static EntryDraft runOpen(String run) {
        ObjectNode body = body().put("job", "nightly").put("business_date", "2026-11-21");
        return new EntryDraft("run_open", run, List.of(run), body);
    }

    static EntryDraft classification(String run, String column) {
        ObjectNode body = body().put("dataset", "hospital/patients")
                .put("column", column)
                .put("category", "health.medical_history")
                .put("rows", 1000)
                .put("matches", 17);
        return new EntryDraft("classification", run, List.of(run, "hospital/patients", column), body);
    }

    static EntryDraft totals(String run, int read, int classified, int rejected, int filtered) {
        ObjectNode body = body().put("dataset", "d")
                .put("read", read)
                .put("classified", classified)
                .put("rejected", rejected)
                .put("filtered", filtered);
        return new EntryDraft("totals", run, List.of(run, "d"), body);
    }

    static EntryDraft report(String run, String name, byte[] content) {
        ObjectNode body = body().put("name", name)
                .put("sha256", Hash.of(content).hex())
                .put("bytes", content.length)
                .put("rows", 1);
        return new EntryDraft("report", run, List.of(run, name), body);
    }

    static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() throws SQLException {
        keepsOpen.close();
    }

    /** A clock that moves when told. */
    static final class MovedClock extends Clock {
        private Instant now;

        MovedClock(Instant now) {
            this.now = now;
        }

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
