package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.nightly.RunStatus;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.OperationRefused;
import org.trainingaudit.operate.Operations;
import serving.Clocked;

/** Many who want a run at one moment, of two programs on one PostgreSQL: one gets it, all others are told who has it. */
class AtOnceTest extends OnPostgres {

    private static final int RESTARTS = Integer.getInteger("audit.at.once", 5);
    private static final int STARTS = 100;
    private static final int TRIES = 20;

    private static final String OVERLAPPING = "select count(*) from batch_job_execution a, batch_job_execution b"
            + " where a.job_execution_id < b.job_execution_id and b.start_time < a.end_time";

    @TempDir
    Path folder;

    private Served first;
    private Served second;
    private Estate estate;

    @BeforeEach
    void serve() throws SQLException {
        Clocked.set("2026-11-21T03:00:00Z");
        String database = "at_once_" + System.nanoTime();
        server.database(database);
        estate = Estate.small(folder.resolve("estate"));
        estate.write(
                "config/application.yaml",
                "audit:\n  nightly: {partitions: 2, chunk-size: 2}\n" + server.settings(estate, database));
        first = Served.of(estate);
        second = Served.of(estate);
    }

    @AfterEach
    void end() {
        second.close();
        first.close();
    }

    private static Operations operations(Served served) {
        return served.context.get(Operations.class);
    }

    private void awaitIdle() throws InterruptedException {
        operations(first).awaitIdle();
        operations(second).awaitIdle();
    }

    private JdbcClient jdbc() {
        return first.context.get(JdbcClient.class);
    }

    /** A16 of the threats, with two programs in one process: only the database stands between them. */
    @Test
    void restartAFailedRunOnceAtATime() throws Exception {
        estate.write("var/reports/manual_2026-11-21_1/in-the-way", "x");
        String key = operations(first)
                .start(RunRequest.everything(), By.local(), Optional.empty())
                .key();
        awaitIdle();
        int executions = 1;
        for (int round = 0; round < RESTARTS; round++) {
            List<Run> got = List.of();
            // Both are refused where the trail is being looked after just then, which they are told as well.
            for (int tries = 0; got.isEmpty() && tries < TRIES; tries++) {
                got = atOnce(List.of(
                        () -> operations(first).restart(key, By.local()),
                        () -> operations(second).restart(key, By.local())));
            }
            awaitIdle();
            assertThat(got).isNotEmpty();
            executions += got.size();
            assertThat(executions())
                    .as("as many as were told that theirs was taken")
                    .isEqualTo(executions);
        }
        assertThat(jdbc().sql(OVERLAPPING).query(Integer.class).single()).isZero();
        assertThat(first.context.get(Runs.class).find(key).orElseThrow().status())
                .as("it fails each time, and can be restarted")
                .isEqualTo(RunStatus.OPEN);
    }

    private int executions() {
        return jdbc().sql("select count(*) from batch_job_execution")
                .query(Integer.class)
                .single();
    }

    /** A56 of the threats. */
    @Test
    void startOneAtATimeThoughAHundredAreAskedForAtOnce() throws Exception {
        List<Supplier<Run>> starts = new ArrayList<>();
        IntStream.range(0, STARTS)
                .forEach(i -> starts.add(() -> operations(i % 2 == 0 ? first : second)
                        .start(RunRequest.everything(), By.local(), Optional.of("key " + i))));
        List<Run> got = atOnce(starts);
        awaitIdle();
        assertThat(got).isNotEmpty();
        assertThat(first.context.get(Runs.class).all())
                .extracting(Run::key)
                .containsExactlyInAnyOrderElementsOf(got.stream().map(Run::key).toList());
        assertThat(executions()).isEqualTo(got.size());
        assertThat(jdbc().sql(OVERLAPPING).query(Integer.class).single()).isZero();
        assertThat(first.context.get(Runs.class).newestUnfinished()).isEmpty();
    }

    /** Those that got a run; all others have to be told in our own words that one is on. */
    private static List<Run> atOnce(List<Supplier<Run>> wishes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(wishes.size());
        try {
            CyclicBarrier together = new CyclicBarrier(wishes.size());
            List<Future<Run>> answers = new ArrayList<>();
            for (Supplier<Run> wish : wishes) {
                answers.add(threads.submit(() -> {
                    together.await();
                    return wish.get();
                }));
            }
            List<Run> got = new ArrayList<>();
            for (Future<Run> answer : answers) {
                try {
                    got.add(answer.get());
                } catch (ExecutionException e) {
                    assertThat(e.getCause())
                            .isInstanceOf(OperationRefused.class)
                            .hasMessageContaining("; wait until it is over");
                }
            }
            return got;
        } finally {
            threads.shutdown();
        }
    }
}
