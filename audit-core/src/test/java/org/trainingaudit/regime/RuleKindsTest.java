package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each kind of rule says, case by case: the packs and cases in {@code rule-kinds}. */
class RuleKindsTest {

    private static final Packs PACKS = Packs.in("rule-kinds");

    @Test
    void areReadWithoutAFault() {
        Cases.load(PACKS.files, PACKS.regimes, PACKS.catalogue, PACKS.faults);
        assertThat(PACKS.faults.text()).isEmpty();
        assertThat(PACKS.regimes.leftOut()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> judgeAsTheirCasesSay() {
        Cases cases = Cases.load(PACKS.files, PACKS.regimes, PACKS.catalogue, PACKS.faults);
        return cases.run().stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.regime() + ": " + result.note(),
                        () -> assertThat(result.passed()).as(result.text()).isTrue()));
    }
}
