package org.trainingaudit.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import serving.ToldClock;

/** What somebody sees who looks at a run. */
class LiveProgressTest {

    private final LiveProgress progress = new LiveProgress(new ToldClock(() -> Instant.EPOCH));

    /** A program serves for hundreds of nights. */
    @Test
    void hasTheNotesOfTheRunThatIsOn() {
        progress.run("nightly/2026-11-20");
        progress.note("WARN: bank/call-log: not there");
        progress.run("nightly/2026-11-21");
        assertThat(progress.notes()).isEmpty();
        progress.note("WARN: one register is broken");
        progress.run("nightly/2026-11-21");
        assertThat(progress.notes())
                .as("gone on with, it's still the same run")
                .containsExactly("WARN: one register is broken");
    }
}
