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
        for (long seed = FIRST; seed < FIRST + NIGHTS; seed++) {
            SimulatedWorld world = new SimulatedWorld(seed);
            assertThat(world.passes()).as("the night of seed %d ends", seed).isTrue();
            for (int[] share : world.database().results) {
                assertThat(share).as("results of seed %d", seed).containsOnly(1);
            }
            world.answers.forEach((answer, times) -> answers.merge(answer, times, Integer::sum));
            refused += world.committedTooLate;
            deaths += world.deaths;
        }
        assertThat(answers)
                .as("what is claimed to go wrong does go wrong")
                .containsKeys(Answer.TAKEN, Answer.DOUBLED, Answer.OVER, Answer.STALE, Answer.FORGED);
        assertThat(refused).isGreaterThan(NIGHTS / 10);
        assertThat(deaths).isGreaterThan(NIGHTS);
        System.out.printf("%d nights: %s, %d commits refused, %d deaths%n", NIGHTS, answers, refused, deaths);
    }
}
