package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;

/** Whether an event lies on or after a step of a law, with what is known of the step's date and when that was learnt. */
class StepConditionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String RULE = """
              - {id: R-1, kind: duty, citation: "1", title: {en: A, ja: あ}, applies: true, requires: {acquiredOn: {onOrAfterStep: main}}}
            """;

    private static final String OPEN =
            "steps: {main: {certainty: by-order, latest: 2028-07-16, observed: [{on: 2026-07-17, latest: 2028-07-16, certainty: by-order, source: a}]}}\n";

    private static Packs pack(String head) {
        Packs packs = Packs.of(Packs.pack("act", head, RULE));
        assertThat(packs.faults.text()).isEmpty();
        return packs;
    }

    private static Facts acquired(String day) {
        List<Fact> facts = new ArrayList<>();
        if (!day.isEmpty()) {
            facts.add(Fact.of("acquiredOn", new FactValue.Day(LocalDate.parse(day)), "test"));
        }
        return Facts.of(facts);
    }

    private static String outcome(Packs packs, JudgeOptions options, String acquiredOn) {
        return packs.regimes
                .judge(options)
                .judge(acquired(acquiredOn))
                .get(0)
                .rule("R-1")
                .orElseThrow()
                .outcome()
                .word();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-01, breached",
        "2027-01-31, breached",
        "2027-02-01, satisfied",
        "2027-02-02, satisfied",
        "'', needs-review"
    })
    void looksAtBothSidesOfADateThatIsKnown(String day, String outcome) {
        Packs packs = pack("steps: {main: {date: 2027-02-01}}\n");
        assertThat(outcome(packs, JudgeOptions.asOf(TODAY), day)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21, breached", "2026-11-22, needs-review", "2028-07-15, needs-review", "2028-07-16, satisfied"
    })
    void saysNothingOfDaysOnWhichTheStepMayHaveCome(String day, String outcome) {
        assertThat(outcome(pack(OPEN), JudgeOptions.asOf(TODAY), day)).isEqualTo(outcome);
    }

    @Test
    void takesAnAssumedDate() {
        JudgeOptions assumed = new JudgeOptions(TODAY, Map.of("act.main", LocalDate.of(2027, 10, 1)), Unconfirmed.CAP);
        assertThat(outcome(pack(OPEN), assumed, "2027-09-30")).isEqualTo("breached");
        assertThat(outcome(pack(OPEN), assumed, "2027-10-01")).isEqualTo("satisfied");
    }

    @Test
    void countsAsBegunInAPreviewUntilTheStepHasCome() {
        Packs packs = pack("preview: true\n" + OPEN);
        assertThat(outcome(packs, JudgeOptions.asOf(TODAY), "2026-05-01")).isEqualTo("satisfied");
        assertThat(outcome(packs, JudgeOptions.asOf(TODAY), "")).isEqualTo("needs-review");
        assertThat(outcome(packs, JudgeOptions.asOf(TODAY).withoutPreviews(), "2026-05-01"))
                .isEqualTo("breached");
        JudgeOptions after = new JudgeOptions(
                LocalDate.of(2028, 7, 17), Map.of("act.main", LocalDate.of(2028, 7, 16)), Unconfirmed.CAP);
        assertThat(outcome(packs, after, "2026-05-01")).isEqualTo("breached");
    }

    @Test
    void isExplainedWithTheStepAndItsDate() {
        Judge judge = pack(OPEN).regimes.judge(JudgeOptions.asOf(TODAY));
        Explanation.Branch leaf = judge.explain(acquired("2027-01-01"), false, "act")
                .orElseThrow()
                .rules()
                .get(0)
                .parts()
                .get(0)
                .condition();
        assertThat(leaf.text()).isEqualTo("acquiredOn: {onOrAfterStep: main}");
        assertThat(leaf.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(leaf.facts().get(1).name()).isEqualTo("act.main");
        assertThat(leaf.facts().get(1).note()).contains("starts on a day to be fixed, 2028-07-16 at the latest");
    }

    @Test
    void knowsADateOnlyFromTheDayOnWhichItWasRead() {
        Packs packs = pack("steps: {main: {date: 2027-02-01, certainty: by-order, latest: 2028-07-16, observed: ["
                + "{on: 2026-07-17, latest: 2028-07-16, certainty: by-order, source: a}, "
                + "{on: 2026-10-02, date: 2027-02-01, latest: 2028-07-16, certainty: by-order, source: b}]}}\n");
        JudgeOptions later = JudgeOptions.asOf(LocalDate.of(2027, 3, 1));
        assertThat(outcome(packs, later, "2027-02-10")).isEqualTo("satisfied");
        assertThat(outcome(packs, later.knownAt(Optional.of(LocalDate.of(2026, 10, 2))), "2027-02-10"))
                .isEqualTo("satisfied");
        assertThat(outcome(packs, later.knownAt(Optional.of(LocalDate.of(2026, 10, 1))), "2027-02-10"))
                .isEqualTo("breached");
        assertThat(outcome(packs, later.knownAt(Optional.of(LocalDate.of(2026, 7, 16))), "2029-01-01"))
                .isEqualTo("needs-review");
    }

    @Test
    void keepsTheDateOfAStepWithoutAHistory() {
        Packs packs = pack("steps: {main: {date: 2022-04-01}}\n");
        JudgeOptions longAgo = JudgeOptions.asOf(TODAY).knownAt(Optional.of(LocalDate.of(2020, 1, 1)));
        assertThat(outcome(packs, longAgo, "2023-01-01")).isEqualTo("satisfied");
    }
}
