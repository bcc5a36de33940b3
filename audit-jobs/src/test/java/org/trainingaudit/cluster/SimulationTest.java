package org.trainingaudit.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A thousand nights in which everything goes wrong that can, each decided by its seed. */
class SimulationTest {

    private static final long FIRST = Long.getLong("audit.simulation.seed", 20_261_122L);
    private static final int NIGHTS = Integer.getInteger("audit.simulation.nights", 1_000);

    @Test
    void recordsEachShareOnceAndEndsWhateverHappens() {
        Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
        long refused = 0;
        long deaths = 0;
        long left = 0;
        long skipped = 0;
        for (long seed = FIRST; seed < FIRST + NIGHTS; seed++) {
            SimulatedWorld world = new SimulatedWorld(seed);
            assertThat(world.passes()).as("the night of seed %d ends", seed).isTrue();
            for (int[] share : world.database().results) {
                assertThat(share).as("results of seed %d", seed).containsOnly(1);
            }
            skipped += skipped(world);
            left += world.left;
            world.answers.forEach((answer, times) -> answers.merge(answer, times, Integer::sum));
            refused += world.committedTooLate;
            deaths += world.deaths;
        }
        assertThat(answers)
                .as("what is claimed to go wrong does go wrong")
                .containsKeys(Answer.TAKEN, Answer.DOUBLED, Answer.OVER, Answer.STALE, Answer.FORGED, Answer.LEFT);
        assertThat(left).isGreaterThan(skipped);
        assertThat(skipped).as("what no machine has").isGreaterThan(NIGHTS / 10);
        assertThat(refused).isGreaterThan(NIGHTS / 10);
        assertThat(deaths).isGreaterThan(NIGHTS);
    }

    /** How many chunks count as skipped: those whose files no machine has, and few others, if all who have them were away. */
    private static int skipped(SimulatedWorld world) {
        int skipped = 0;
        for (int share = 0; share < SimulatedWorld.SHARES; share++) {
            for (int chunk = 0; chunk < SimulatedWorld.CHUNKS; chunk++) {
                boolean skips = world.database().skipped[share][chunk];
                assertThat(skips || world.hasFiles(0, share, chunk))
                        .as("nothing is done with other files")
                        .isTrue();
                assertThat(skips && world.hasFiles(1, share, chunk))
                        .as("nothing is skipped that each machine has")
                        .isFalse();
                skipped += skips ? 1 : 0;
            }
        }
        return skipped;
    }
}
