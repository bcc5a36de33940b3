package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.operate.TrailCare;
import org.trainingaudit.schedule.Schedule;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.view.NightList;
import org.trainingaudit.view.Projection;
import serving.Clocked;

/** The night that starts by itself. */
class ScheduleTest {

    @TempDir
    Path folder;

    @Test
    void startsEachNightOnceAndSaysWhichItMissed() throws InterruptedException {
        try (Served served = servedAMinuteBeforeTwo()) {
            Schedule schedule = served.context.get(Schedule.class);
            assertThat(schedule.planned().get(0).at()).isEqualTo("2026-11-20T17:00:00Z");
            Clocked.pass(Duration.ofMinutes(2));
            night(served);
            assertThat(runs(served)).containsExactly("nightly/2026-11-21");
            night(served);
            assertThat(runs(served)).as("once").containsExactly("nightly/2026-11-21");

            Clocked.pass(Duration.ofDays(2).plusHours(3));
            night(served);
            assertThat(runs(served))
                    .as("three hours late, caught up")
                    .containsExactly("nightly/2026-11-23", "nightly/2026-11-21");

            Clocked.pass(Duration.ofDays(1).plusHours(3));
            night(served);
            assertThat(runs(served)).as("six hours late, missed").hasSize(2);
            served.context.get(TrailCare.class).publish();
            served.context.get(Projection.class).catchUp();
            assertThat(served.context.get(NightList.class).missed())
                    .extracting(NightList.Night::run)
                    .containsExactly("nightly/2026-11-24", "nightly/2026-11-22");
            assertThat(served.person("auditor-1").get("/runs?lang=en").body()).contains("Missed", "nightly/2026-11-22");
        }
    }

    /** While one program records the first of three nights, another deals with all of them. */
    @Test
    void dealsWithEachNightOnceWhereAnotherProgramDoesSoInTheMiddle() throws InterruptedException {
        try (Served served = servedAMinuteBeforeTwo()) {
            Schedule schedule = served.context.get(Schedule.class);
            Clocked.set("2026-11-22T17:02:00Z");
            inTheMiddle(schedule::tick);
            night(served);
            assertThat(mark(served)).isEqualTo("2026-11-22T17:00:00Z");
            assertThat(runs(served)).containsExactly("nightly/2026-11-23");
            served.context.get(TrailCare.class).publish();
            Trail trail = served.context.get(Trail.class);
            assertThat(trail.reader().entries(trail.size()))
                    .filteredOn(entry -> entry.kind().equals("run_missed"))
                    .extracting(Entry::run)
                    .containsExactly("nightly/2026-11-21", "nightly/2026-11-22");
        } finally {
            Clocked.whenAsked(() -> {});
        }
    }

    /** Each night at two in Tokyo, and the first look at that is over. */
    private Served servedAMinuteBeforeTwo() {
        Estate estate = Estate.small(folder);
        estate.write("config/application.yaml", "audit: {schedule: {nightly: '0 0 2 * * *', catch-up-hours: 5}}\n");
        Clocked.set("2026-11-20T16:59:00Z");
        Served served = Served.of(estate);
        served.context.get(Schedule.class).tick();
        return served;
    }

    /** The second time that a tick asks for the time it writes a record. */
    private static void inTheMiddle(Runnable work) {
        AtomicInteger asked = new AtomicInteger();
        Clocked.whenAsked(() -> {
            if (asked.incrementAndGet() == 2) {
                work.run();
            }
        });
    }

    private static Instant mark(Served served) {
        return served.context
                .get(JdbcClient.class)
                .sql("select last_due from schedule_job")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static void night(Served served) throws InterruptedException {
        served.context.get(Schedule.class).tick();
        served.context.get(Operations.class).awaitIdle();
    }

    private static List<String> runs(Served served) {
        return served.context.get(Runs.class).all().stream().map(Run::key).toList();
    }
}
