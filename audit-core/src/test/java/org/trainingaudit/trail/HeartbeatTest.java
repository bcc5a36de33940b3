package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatTest {

    private final LogInTest log;

    HeartbeatTest(@TempDir Path temp) {
        log = new LogInTest(temp.resolve("var"));
        log.disk = new NoSync();
    }

    @AfterEach
    void end() throws Exception {
        log.close();
    }

    @Test
    void beatsOnceOnADayOnWhichNothingElseWasRecorded() {
        Trail trail = log.open();
        log.record(trail, "nightly/2026-11-21", 1);
        assertThat(log.inTransaction(trail::heartbeat))
                .as("the day of the run itself")
                .isFalse();
        for (int day = 0; day < 3; day++) {
            log.clock.advance(Duration.ofDays(1));
            assertThat(log.inTransaction(trail::heartbeat)).isTrue();
            assertThat(log.inTransaction(trail::heartbeat)).isFalse();
        }
        trail.seal();
        assertThat(trail.reader().entries(3, 6)).extracting(Entry::kind).containsOnly("heartbeat");
        assertThat(trail.reader().entries(3, 6))
                .extracting(entry -> entry.ts().substring(0, 10))
                .containsExactly("2026-11-22", "2026-11-23", "2026-11-24");
        assertThat(TrailVerifier.verify(log.places.trail(), VerifyOptions.with(trail.vkey()))
                        .text())
                .endsWith("\nverified\n");
    }
}
