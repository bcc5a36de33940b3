package org.trainingaudit.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.bench.CpuClock;
import org.trainingaudit.bench.Paired;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What hashing costs a write, what checking costs beside bare hashing, and a large log from the first entry to the last
 * check. Arguments: how many entries the verified log has, and how many the large one; 0 leaves the large one out.
 */
public final class TrailBench {

    private static final int CHUNK = 10_000;

    private final Path folder;
    private final Trail trail;
    private final TransactionTemplate transactions;
    private final AtomicLong next = new AtomicLong();

    private TrailBench(Path folder) throws Exception {
        this.folder = folder;
        DriverManagerDataSource files = database(folder.resolve("db/audit"));
        transactions = new TransactionTemplate(new DataSourceTransactionManager(files));
        trail = Trail.open(
                TrailPlaces.under(folder), TrailSettings.defaults(), new JdbcTemplate(files), Clock.systemUTC());
        transactions.executeWithoutResult(status -> trail.submit(new EntryDraft(
                "run_open",
                "bench",
                List.of("bench"),
                JsonNodeFactory.instance.objectNode().put("job", "bench"))));
    }

    private static DriverManagerDataSource database(Path file) throws SQLException {
        Path migrations = Path.of(System.getProperty("audit.home", "."), "audit-jobs/src/main/resources/db/migration");
        DriverManagerDataSource files = new DriverManagerDataSource(
                "jdbc:h2:file:" + file
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0");
        // Sealing reads over a connection of its own, so this is no single connection; one is kept so that H2 stays
        // open.
        SingleConnectionDataSource open = new SingleConnectionDataSource(files.getConnection(), true);
        new ResourceDatabasePopulator(
                        new FileSystemResource(migrations.resolve("V2__trail.sql")),
                        new FileSystemResource(migrations.resolve("V8__trail_years.sql")),
                        new FileSystemResource(migrations.resolve("V9__trail_ids.sql")))
                .execute(open);
        return files;
    }

    /** Runs all of it and prints the tables. */
    public static void main(String[] arguments) throws Exception {
        int verified = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int large = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        Path folder = Files.createTempDirectory("trail-bench");
        try {
            TrailBench bench = new TrailBench(folder);
            bench.writes();
            bench.append(verified);
            bench.trail.seal();
            bench.verification();
            if (large > 0) {
                TrailBench apart = new TrailBench(folder.resolve("large"));
                apart.large(large);
            }
        } finally {
            delete(folder);
        }
    }

    private List<EntryDraft> drafts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> draft(next.getAndIncrement()))
                .toList();
    }

    /** As large as the verdict of a real use. */
    static EntryDraft draft(long number) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("use", "use-" + number).put("dataset", "hospital/patients").put("regime", "jp-appi");
        body.put("regime_sha256", Hash.of(new byte[] {1}).hex()).put("as_of", "2026-11-21");
        body.put("outcome", "needs-review").put("provisional", false);
        var rules = body.putArray("rules");
        for (int rule = 0; rule < 4; rule++) {
            rules.addObject()
                    .put("rule", "JP-0" + rule)
                    .put("outcome", "satisfied")
                    .put("reason", "")
                    .put("by", "");
        }
        body.put(
                "facts_sha256",
                Hash.of(new byte[] {(byte) number, (byte) (number >> 8)}).hex());
        return new EntryDraft("verdict", "bench", List.of("bench", "use-" + number, "jp-appi"), body);
    }

    private void append(int count) {
        for (int done = 0; done < count; done += CHUNK) {
            List<EntryDraft> drafts = drafts(Math.min(CHUNK, count - done));
            transactions.executeWithoutResult(status -> trail.submit(drafts));
            transactions.executeWithoutResult(status -> trail.sequence(Integer.MAX_VALUE));
        }
    }

    /** The same writes without leaf hashes and tree, in the same rounds; and the hashing in them alone. */
    private void writes() throws SQLException {
        int count = 2000;
        append(count);
        DriverManagerDataSource other = database(folder.resolve("db/unhashed"));
        UnhashedWrites unhashed = new UnhashedWrites(
                new JdbcTemplate(other), new TransactionTemplate(new DataSourceTransactionManager(other)), 50_000);
        System.out.println("\nWrites (submit, sequence, commit)\n");
        System.out.println(Paired.inUnitsOf("entries")
                .contender("write with the hash chain", count, () -> {
                    append(count);
                    return 0;
                })
                .contender("the same writes without it", count, () -> {
                    unhashed.append(drafts(count));
                    return 0;
                })
                .goal("the same writes without it", 0.85)
                .clock(CpuClock.PROCESS)
                .rounds(9, 3, 1)
                .run()
                .markdown());
        List<EntryBytes> entries = new TrailStore(new JdbcTemplate(source()), Clock.systemUTC())
                .running()
                .bytes(0, count);
        System.out.println("\nThe hashing in them\n");
        System.out.println(Paired.inUnitsOf("entries")
                .contender("write with the hash chain", count, () -> {
                    append(count);
                    return 0;
                })
                .contender("its leaf hashes and tree alone", count, () -> {
                    Frontier tree = new Frontier();
                    entries.forEach(entry -> tree.add(entry.leaf()));
                    return Math.min(0, tree.size());
                })
                .rounds(5, 1, 1)
                .run()
                .markdown());
    }

    private javax.sql.DataSource source() {
        return ((DataSourceTransactionManager) java.util.Objects.requireNonNull(transactions.getTransactionManager()))
                .getDataSource();
    }

    private void verification() throws IOException {
        Path log = folder.resolve("trail");
        List<Path> files;
        try (Stream<Path> all = Files.walk(log)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        double megabytes = files.stream().mapToLong(TrailBench::size).sum() / 1e6;
        VerifyOptions options = VerifyOptions.with(trail.vkey());
        System.out.println("\nVerification of " + trail.size() + " entries, " + Math.round(megabytes) + " MB\n");
        System.out.println(Paired.inUnitsOf("MB")
                .contender(
                        "verify",
                        megabytes,
                        () -> TrailVerifier.verify(log, options).exitCode())
                .contender("SHA-256 over the same files", megabytes, () -> hashed(files))
                .goal("SHA-256 over the same files", 0.5)
                .sameAnswers()
                .clock(CpuClock.PROCESS)
                .rounds(7, 3, 1)
                .run()
                .markdown());
        wall(log, options, files);
    }

    /** By the clock on the wall, which two threads shorten and other programs lengthen. */
    private static void wall(Path log, VerifyOptions options, List<Path> files) {
        double[] ratios = new double[9];
        for (int round = 0; round < ratios.length; round++) {
            long begin = System.nanoTime();
            TrailVerifier.verify(log, options);
            long verified = System.nanoTime();
            hashed(files);
            ratios[round] = (double) (System.nanoTime() - verified) / (verified - begin);
        }
        Arrays.sort(ratios);
        System.out.printf(
                "By the wall clock, %d rounds: %.3f [%.3f..%.3f] of SHA-256 over the same files%n",
                ratios.length, ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
    }

    private static long hashed(List<Path> files) {
        MessageDigest digest = Hash.sha256();
        files.forEach(file -> digest.update(TileFiles.bytes(file)));
        return (long) digest.digest().length - Hash.LENGTH;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void large(int count) {
        long begin = System.nanoTime();
        append(count);
        long appended = System.nanoTime();
        trail.seal();
        long sealed = System.nanoTime();
        VerifyReport report = TrailVerifier.verify(folder.resolve("trail"), VerifyOptions.with(trail.vkey()));
        long verified = System.nanoTime();
        System.out.printf(
                "%nA log of %d entries: appended in %d s, sealed in %d s, verified in %d s (wall): %s, %d checked%n",
                trail.size(),
                (appended - begin) / 1_000_000_000,
                (sealed - appended) / 1_000_000_000,
                (verified - sealed) / 1_000_000_000,
                report.result().words(),
                report.checked());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
