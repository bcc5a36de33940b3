package org.trainingaudit.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PairedTest {
    @Test
    void tellsTheRatioOfTwoRatesAndWhetherItIsEnough() {
        PairedResult result = Paired.inUnitsOf("turns")
                .contender("quick", 1, () -> spin(10_000))
                .contender("slow", 1, () -> spin(1_000_000))
                .goal("slow", 2)
                .rounds(5, 1, 0.02)
                .run();

        assertThat(result.ratio("slow").median()).isGreaterThan(2);
        assertThat(result.markdown()).contains("| slow |", "≥ 2.00 × | reached");
    }

    @Test
    void refusesContendersWithDifferentAnswers() {
        Paired paired = Paired.inUnitsOf("turns")
                .contender("one", 1, () -> 1)
                .contender("two", 1, () -> 2)
                .sameAnswers()
                .rounds(1, 0, 0.001);

        assertThatThrownBy(paired::run).hasMessageContaining("'one' answers 1, 'two' 2");
    }

    @Test
    void givesTheMiddleFigureAndBothEnds() {
        assertThat(Spread.of(3, 1, 2)).isEqualTo(new Spread(2, 1, 3));
        assertThat(Spread.of(4, 1, 2, 3).median()).isEqualTo(2.5);
    }

    private static long spin(int turns) {
        long sum = 0;
        for (int i = 0; i < turns; i++) sum = sum * 31 + (i ^ (sum >>> 7));
        return sum;
    }
}
