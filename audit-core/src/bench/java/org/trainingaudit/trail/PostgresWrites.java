package org.trainingaudit.trail;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.bench.CpuClock;

/**
 * What hashing costs a write into PostgreSQL with everything on that keeps it ({@code fsync}, {@code synchronous_commit}): the
 * store's writes beside the same statements without leaf hashes and tree, turn and turn about, each into a database of its own.
 * By the wall, which has the server's share in it, and by the CPU of this process's thread. Arguments: entries a turn, rounds.
 */
public final class PostgresWrites {

    private static final int WARM_UP = 3;

    /** Writes entries. */
    private interface Contender {
        void append(List<EntryDraft> drafts);
    }

    /** What one turn cost. */
    private record Turn(double wall, double cpu) {}

    private PostgresWrites() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        int entries = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            measure(hashed(database(postgres, "hashed")), unhashed(database(postgres, "unhashed")), entries, rounds);
        }
    }

    private static void measure(Contender hashed, Contender unhashed, int entries, int rounds) {
        Turn[] with = new Turn[rounds];
        Turn[] without = new Turn[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            List<EntryDraft> drafts = drafts((long) (round + WARM_UP) * entries, entries);
            boolean first = Math.floorMod(round, 2) == 0;
            Turn one = turn(first ? hashed : unhashed, drafts);
            Turn other = turn(first ? unhashed : hashed, drafts);
            if (round >= 0) {
                with[round] = first ? one : other;
                without[round] = first ? other : one;
            }
        }
        print(with, without, entries);
    }

    private static void print(Turn[] with, Turn[] without, int entries) {
        double[] wall = new double[with.length];
        double[] cpu = new double[with.length];
        for (int round = 0; round < with.length; round++) {
            wall[round] = without[round].wall / with[round].wall;
            cpu[round] = without[round].cpu / with[round].cpu;
        }
        System.out.printf("%d entries a turn, %d rounds, medians [min..max]%n", entries, with.length);
        System.out.println("hashed, entries a second (wall): "
                + spread(
                        Arrays.stream(with)
                                .mapToDouble(turn -> entries / turn.wall)
                                .toArray(),
                        "%,.0f"));
        System.out.println("unhashed, entries a second (wall): "
                + spread(
                        Arrays.stream(without)
                                .mapToDouble(turn -> entries / turn.wall)
                                .toArray(),
                        "%,.0f"));
        System.out.println("hashed writes are of unhashed ones, by the wall: " + spread(wall, "%.2f"));
        System.out.println("by the CPU of this thread: " + spread(cpu, "%.2f"));
    }

    private static String spread(double[] values, String form) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        String all = form + " [" + form + ".." + form + "]";
        return String.format(all, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    private static Turn turn(Contender contender, List<EntryDraft> drafts) {
        long wall = System.nanoTime();
        long cpu = CpuClock.THREAD.nanos();
        contender.append(drafts);
        return new Turn((System.nanoTime() - wall) / 1e9, (CpuClock.THREAD.nanos() - cpu) / 1e9);
    }

    private static List<EntryDraft> drafts(long from, int count) {
        return LongStream.range(from, from + count).mapToObj(TrailBench::draft).toList();
    }

    private static Contender hashed(DataSource source) throws IOException {
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        Path folder = Files.createTempDirectory("postgres-writes");
        Trail trail = Trail.open(
                TrailPlaces.under(folder), TrailSettings.defaults(), new JdbcTemplate(source), Clock.systemUTC());
        return drafts -> {
            transactions.executeWithoutResult(status -> trail.submit(drafts));
            transactions.executeWithoutResult(status -> trail.sequence(Integer.MAX_VALUE));
        };
    }

    private static Contender unhashed(DataSource source) {
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        return new UnhashedWrites(new JdbcTemplate(source), transactions, 0)::append;
    }

    private static DataSource database(EmbeddedPostgres postgres, String name) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        String url = postgres.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true";
        DataSource source = new SingleConnectionDataSource(url, true);
        Path migrations = Path.of(System.getProperty("audit.home", "."), "audit-jobs/src/main/resources/db/migration");
        new ResourceDatabasePopulator(
                        new FileSystemResource(migrations.resolve("V2__trail.sql")),
                        new FileSystemResource(migrations.resolve("V8__trail_years.sql")),
                        new FileSystemResource(migrations.resolve("V9__trail_ids.sql")))
                .execute(source);
        return source;
    }
}
