package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.OperationRefused;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.operate.RunHistory;
import org.trainingaudit.schedule.Schedule;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.trail.TrailException;
import serving.Clocked;

/** Several programs that serve one PostgreSQL: one run a night, and what one leaves another takes up by itself. */
class NodesTest extends OnPostgres {

    private static final int NIGHTS = Integer.getInteger("audit.nodes.nights", 1);
    private static final String SCHEDULE =
            "audit:\n  nightly: {partitions: 2, chunk-size: 2}\n  schedule: {nightly: '0 0 2 * * *'}\n";

    @TempDir
    Path folder;

    @Test
    void doTheNightOnceAndTakeUpWhatAKilledOneLeft() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        server.database("nodes");
        estate.write("config/application.yaml", SCHEDULE + server.settings(estate, "nodes"));
        killed(estate, 90);
        Clocked.set("2026-11-21T03:01:00Z");
        try (Served first = Served.of(estate);
                Served second = Served.of(estate)) {
            Operations here = first.context.get(Operations.class);
            assertThat(here.recover(By.recovery())).as("it may be alive").isEmpty();
            Run left = first.context.get(Runs.class).newestUnfinished().orElseThrow();
            assertThat(first.context.get(RunHistory.class).of(left).state().word())
                    .isEqualTo("running");
            assertThatThrownBy(() -> here.start(RunRequest.everything(), By.local(), Optional.empty()))
                    .isInstanceOf(OperationRefused.class)
                    .hasMessageContaining("manual/2026-11-21/1 is worked on by process ");

            Clocked.pass(Duration.ofSeconds(31));
            here.recover(By.recovery());
            here.awaitIdle();
            second.context.get(Operations.class).awaitIdle();
            assertThat(runs(first)).containsExactly("manual/2026-11-21/1 complete");
            both(first, second);

            LocalDate day = LocalDate.parse("2026-11-22");
            for (int night = 0; night < NIGHTS; night++) {
                Clocked.set(day.plusDays(night).minusDays(1) + "T17:00:30Z");
                both(first, second);
                both(first, second);
                assertThat(runs(first).get(0)).isEqualTo("nightly/" + day.plusDays(night) + " complete");
            }
            assertThat(runs(second)).hasSize(1 + NIGHTS);
            String key = first.context.get(Trail.class).vkey().toString();
            Command verified = Command.audit("verify", estate.path("var/trail").toString(), "--key", key);
            assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
        }
    }

    /** What it held then is nobody's run, so nothing is gone on with; but it kept all others from theirs. */
    @Test
    void doTheNightWhereOneWasKilledWhileItLookedAfterTheTrail() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        server.database("trail_care");
        estate.write("config/application.yaml", SCHEDULE + server.settings(estate, "trail_care"));
        Clocked.set("2026-11-20T16:59:00Z");
        try (Served served = Served.of(estate)) {
            Operations operations = served.context.get(Operations.class);
            served.context.get(Schedule.class).tick();
            served.context
                    .get(JdbcClient.class)
                    .sql("update operate_lease set holder = 'process 1 on another machine', work = 'trail'")
                    .update();
            Clocked.pass(Duration.ofMinutes(2));
            assertThat(operations.recover(By.recovery())).as("it may be alive").isEmpty();
            Clocked.pass(Duration.ofSeconds(31));
            assertThat(operations.recover(By.recovery())).isEmpty();
            served.context.get(Schedule.class).tick();
            operations.awaitIdle();
            assertThat(runs(served)).containsExactly("nightly/2026-11-21 complete");
        }
    }

    @Test
    void areRefusedADatabaseThatBelongsToAnotherFolder() throws Exception {
        Clocked.set("2026-11-21T03:01:00Z");
        Estate here = Estate.small(folder.resolve("here"));
        Estate there = Estate.small(folder.resolve("there"));
        server.database("folders");
        String settings = SCHEDULE + server.settings(here, "folders");
        here.write("config/application.yaml", settings);
        there.write("config/application.yaml", settings);
        Served.of(here).close();
        assertThatThrownBy(() -> Served.of(there))
                .isInstanceOf(TrailException.class)
                .hasMessageContaining("isn't the one that belongs to this database")
                .hasMessageContaining("--data");
        Served.of(here).close();
    }

    /** Both look at the schedule at one moment. */
    private static void both(Served first, Served second) throws InterruptedException {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(first.context.get(Schedule.class)::tick),
                        CompletableFuture.runAsync(second.context.get(Schedule.class)::tick))
                .join();
        first.context.get(Operations.class).awaitIdle();
        second.context.get(Operations.class).awaitIdle();
    }

    private static List<String> runs(Served served) {
        return served.context.get(Runs.class).all().stream()
                .map(run -> run.key() + " " + run.status().word())
                .toList();
    }

    private void killed(Estate estate, int commit) throws IOException, InterruptedException {
        KilledChild child = KilledChild.start(folder, commit, estate.arguments("run"));
        assertThat(child.code()).as(child.output()).isEqualTo(KilledChild.KILLED);
    }
}
