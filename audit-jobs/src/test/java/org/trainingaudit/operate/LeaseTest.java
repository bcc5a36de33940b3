package org.trainingaudit.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.Server;
import serving.ToldClock;

/** The lease on a real PostgreSQL, with several holders and a clock for each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaseTest {

    private Server postgres;
    private DataSource database;

    @BeforeAll
    void start() throws IOException, SQLException {
        postgres = Server.start();
        database = postgres.database();
        try (Connection connection = database.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V26__lease.sql"));
        }
        JdbcClient.create(database).sql("create table done (what text)").update();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void free() {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("update operate_lease set holder = '', work = ''").update();
        jdbc.sql("delete from done").update();
    }

    /** One process: its lease, its clock, and transactions that are fenced. */
    private final class Node {

        private Instant now = Instant.parse("2026-11-21T03:00:00Z");
        private final JdbcClient jdbc = JdbcClient.create(database);
        private final TransactionTemplate transaction;
        private final FencedWork fenced;
        private final Lease lease;

        Node() {
            JdbcTransactionManager transactions = new JdbcTransactionManager(database);
            StaticListableBeanFactory beans = new StaticListableBeanFactory();
            lease = new Lease(jdbc, transactions, new ToldClock(() -> now), false);
            beans.addBean("lease", lease);
            fenced = new FencedWork(beans.getBeanProvider(Lease.class));
            transactions.addListener(fenced);
            transaction = new TransactionTemplate(transactions);
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        void work(long fence, String what, Runnable inTheMiddle) {
            fenced.call(fence, () -> {
                transaction.executeWithoutResult(status -> {
                    jdbc.sql("insert into done values (?)").param(what).update();
                    inTheMiddle.run();
                });
                return what;
            });
        }
    }

    private List<String> done() {
        return JdbcClient.create(database)
                .sql("select what from done order by what")
                .query(String.class)
                .list();
    }

    @Test
    void isTakenOverOnlyWhenItsHolderWasSilentForAWholeLease() {
        Node first = new Node();
        Node second = new Node();
        assertThat(first.lease.take()).isPresent();
        second.pass(Duration.ofDays(400));
        assertThat(second.lease.take()).as("no two clocks need agree").isEmpty();
        second.pass(Lease.LASTS.minusSeconds(1));
        assertThat(first.lease.renew()).isTrue();
        assertThat(second.lease.take()).as("it has just said that it lives").isEmpty();
        second.pass(Lease.LASTS.minusSeconds(1));
        assertThat(second.lease.take()).isEmpty();
        second.pass(Duration.ofSeconds(1));
        assertThat(second.lease.take()).isPresent();
        assertThat(first.lease.renew())
                .as("who was silent learns that it has lost")
                .isFalse();
        assertThat(first.lease.elsewhere()).isPresent();
    }

    @Test
    void keepsNothingOfWhatASleeperDoesAfterAnotherTookOver() {
        Node sleeper = new Node();
        Node heir = new Node();
        long old = sleeper.lease.take().orElseThrow();
        sleeper.work(old, "before", () -> {});
        assertThat(heir.lease.take()).isEmpty();
        heir.pass(Lease.LASTS);
        Runnable takingOver = () -> heir.work(heir.lease.take().orElseThrow(), "heir", () -> {});
        assertThatThrownBy(() -> sleeper.work(old, "in the middle", () -> elsewhere(takingOver)))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> sleeper.work(old, "after", () -> {})).isInstanceOf(LeaseLost.class);
        assertThat(done()).containsExactly("before", "heir");
        sleeper.lease.release(old);
        assertThat(heir.lease.state().isFree())
                .as("who lost it can't give it back")
                .isFalse();
    }

    /** In a thread of its own, since a thread has one transaction with a database. */
    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    /** Once a commit has begun under a fence, nobody gets a higher one before it is through. */
    @Test
    void waitsForACommitThatHasBegun() throws Exception {
        Node holder = new Node();
        Node heir = new Node();
        long fence = holder.lease.take().orElseThrow();
        assertThat(heir.lease.take()).isEmpty();
        heir.pass(Lease.LASTS);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> commit = thread.submit(() -> holder.transaction.executeWithoutResult(status -> {
                holder.lease.require(fence);
                asked.countDown();
                await(go);
            }));
            asked.await();
            assertThat(heir.lease.take()).isEmpty();
            go.countDown();
            commit.get();
            assertThat(heir.lease.take()).isPresent();
        } finally {
            thread.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void isGotByOneOfManyWhoTryAtOnce() throws Exception {
        int nodes = 8;
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            for (int round = 0; round < 20; round++) {
                free();
                CyclicBarrier together = new CyclicBarrier(nodes);
                List<Future<Optional<Long>>> tries = new ArrayList<>();
                for (int i = 0; i < nodes; i++) {
                    Node node = new Node();
                    tries.add(threads.submit(() -> {
                        together.await();
                        return node.lease.take();
                    }));
                }
                List<Long> got = new ArrayList<>();
                for (Future<Optional<Long>> one : tries) {
                    one.get().ifPresent(got::add);
                }
                assertThat(got).hasSize(1);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void isGivenBackWithoutAnyWait() {
        Node first = new Node();
        long fence = first.lease.take().orElseThrow();
        first.lease.note("nightly/2026-11-21");
        assertThat(new Node().lease.elsewhere().orElseThrow().work()).isEqualTo("nightly/2026-11-21");
        first.lease.release(fence);
        assertThat(new Node().lease.take()).contains(fence + 1);
    }

    @Test
    void namesItsHolderForPeople() {
        Node node = new Node();
        node.lease.take();
        assertThat(node.lease.state().holder())
                .startsWith("process " + ProcessHandle.current().pid() + " on ");
        assertThat(node.lease.state().holder().getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(200);
        assertThat(Collections.singleton(node.lease.elsewhere())).containsExactly(Optional.empty());
    }
}
