package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.operate.TrailCare;
import org.trainingaudit.schedule.Schedule;
import org.trainingaudit.view.NightList;
import org.trainingaudit.view.Projection;
import serving.Clocked;

/** The night that starts by itself. */
class ScheduleTest {

    @TempDir
    Path folder;

    @Test
    void startsEachNightOnceAndSaysWhichItMissed() throws InterruptedException {
        Estate estate = Estate.small(folder);
        estate.write("config/application.yaml", "audit: {schedule: {nightly: '0 0 2 * * *', catch-up-hours: 5}}\n");
        Clocked.set("2026-11-20T16:59:00Z");
        try (Served served = Served.of(estate)) {
            Schedule schedule = served.context.get(Schedule.class);
            schedule.tick();
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

    private static void night(Served served) throws InterruptedException {
        served.context.get(Schedule.class).tick();
        served.context.get(Operations.class).awaitIdle();
    }

    private static List<String> runs(Served served) {
        return served.context.get(Runs.class).all().stream().map(Run::key).toList();
    }
}
