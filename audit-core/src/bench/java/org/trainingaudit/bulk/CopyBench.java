package org.trainingaudit.bulk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.bench.CpuClock;

/**
 * Entries of the trail into PostgreSQL with everything on that keeps them: by COPY, by batches that the
 * driver rewrites, by plain batches; into the embedded database; and as the yardstick into a bare file with a sync for each transaction. Contenders take turns.
 * Arguments: rows a turn, bytes of an entry, rounds, rows a
 * transaction.
 */
public final class CopyBench {

    /** What one turn cost. */
    private record Turn(double wallRows, double cpuRows) {}

    /** Does a turn. */
    private interface Contender {
        void rows(List<Object[]> rows) throws IOException;
    }

    private CopyBench() {}

    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        int bytes = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        int commit = Integer.parseInt(arguments[3]);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            List<String> names = List.of(
                    "COPY",
                    "batch, rewritten by the driver",
                    "batch, plain",
                    "embedded H2, batch",
                    "bare file, a sync for each");
            List<Contender> contenders = List.of(
                    database(url, true, true),
                    database(url, false, true),
                    database(url, false, false),
                    database(embedded(), false, false),
                    file());
            Turn[][] turns = new Turn[contenders.size()][rounds];
            List<Object[]> work = entries(rows, bytes);
            for (int round = -2; round < rounds; round++) {
                for (int i = 0; i < contenders.size(); i++) {
                    int which = Math.floorMod(i + round, contenders.size());
                    Turn turn = turn(contenders.get(which), work, commit);
                    if (round >= 0) {
                        turns[which][round] = turn;
                    }
                }
            }
            print(names, turns, rounds);
        }
    }

    private static void print(List<String> names, Turn[][] turns, int rounds) {
        System.out.println(
                "| contender | rows a second (wall) | rows a CPU second here | COPY is, by the wall | by CPU here"
                        + " | of the bare file, by the wall |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (int i = 0; i < names.size(); i++) {
            double[] wall = new double[rounds];
            double[] cpu = new double[rounds];
            double[] wallRatio = new double[rounds];
            double[] cpuRatio = new double[rounds];
            double[] ofFile = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                wall[round] = turns[i][round].wallRows;
                cpu[round] = turns[i][round].cpuRows;
                wallRatio[round] = turns[0][round].wallRows / wall[round];
                cpuRatio[round] = turns[0][round].cpuRows / cpu[round];
                ofFile[round] = wall[round] / turns[names.size() - 1][round].wallRows;
            }
            System.out.printf(
                    "| %s | %s | %s | %s | %s | %s |%n",
                    names.get(i),
                    spread(wall, "%,.0f"),
                    spread(cpu, "%,.0f"),
                    spread(wallRatio, "%.2f"),
                    spread(cpuRatio, "%.2f"),
                    spread(ofFile, "%.2f"));
        }
    }

    private static String spread(double[] values, String form) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        String all = form + " [" + form + ".." + form + "]";
        return String.format(all, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    private static Turn turn(Contender contender, List<Object[]> rows, int commit) throws IOException {
        long wall = System.nanoTime();
        long cpu = CpuClock.THREAD.nanos();
        for (int from = 0; from < rows.size(); from += commit) {
            contender.rows(rows.subList(from, Math.min(rows.size(), from + commit)));
        }
        double seconds = (System.nanoTime() - wall) / 1e9;
        return new Turn(rows.size() / seconds, rows.size() * 1e9 / (CpuClock.THREAD.nanos() - cpu));
    }

    private static int tables;

    private static Contender database(String url, boolean copy, boolean rewritten) {
        String table = "entries" + tables++;
        DataSource source =
                new SingleConnectionDataSource(url + (rewritten ? "&reWriteBatchedInserts=true" : ""), true);
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.execute("create table " + table
                + " (log integer, seq bigint generated by default as identity, bytes bytea, primary key (log, seq))");
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        BulkInsert insert = copy ? BulkInsert.of(jdbc) : new BatchInsert(jdbc);
        return rows -> transactions.executeWithoutResult(status -> insert.insert(table, List.of("log", "bytes"), rows));
    }

    /** As the program has it, which keeps nothing for committed that is not with the operating system. */
    private static String embedded() throws IOException {
        Path folder = Files.createTempDirectory("entries");
        return "jdbc:h2:file:" + folder.resolve("db") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0";
    }

    private static Contender file() throws IOException {
        Path file = Files.createTempFile("entries", ".log");
        file.toFile().deleteOnExit();
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        return rows -> {
            ByteBuffer buffer = ByteBuffer.allocate(1 << 22);
            rows.forEach(row -> buffer.put((byte[]) row[1]));
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        };
    }

    private static List<Object[]> entries(int rows, int bytes) {
        Random random = new Random(20261122);
        List<Object[]> entries = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            byte[] entry = new byte[bytes];
            random.nextBytes(entry);
            entries.add(new Object[] {1, entry});
        }
        return entries;
    }
}
