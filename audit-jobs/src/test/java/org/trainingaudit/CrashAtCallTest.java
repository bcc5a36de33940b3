package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills child JVMs at calls that change files, spread over a whole run, starts each again, and wants the reports of an unbroken
 * run, byte for byte, and a trail that verifies. Beside {@link CrashTest}, so that two processors share the soak run's kills.
 */
class CrashAtCallTest {

    private static final int KILLS = Integer.getInteger("audit.crash.calls", 1);
    private static final int SEED = Integer.getInteger("audit.crash.seed", 20261122);
    /** What is written in the background makes no two runs have as many calls. */
    private static final int CALLS_MORE_OR_LESS = 10;

    @Test
    void leavesTheSameReportsWhicheverCallOfAFileIsItsLast(@TempDir Path folder) throws Exception {
        UnbrokenRun unbroken = UnbrokenRun.in(folder);
        Random dice = new Random(SEED);
        int part = (unbroken.calls() - CALLS_MORE_OR_LESS) / KILLS;
        for (int kill = 0; kill < KILLS; kill++) {
            int call = 1 + kill * part + dice.nextInt(part);
            String data = "killed-at-call-" + call;
            KilledChild killed = unbroken.onDisk(data, call);
            assertThat(killed.code())
                    .as("seed %d, %s: %s", SEED, data, killed.output())
                    .isEqualTo(KilledChild.KILLED);
            unbroken.isReachedBy(data);
        }
    }
}
