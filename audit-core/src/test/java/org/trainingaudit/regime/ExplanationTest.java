package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;

/** What a person reads who asks why. */
class ExplanationTest {

    private static final Packs PACKS = Packs.in("rule-kinds");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Fact refused = new Fact(
            "consent",
            new FactValue.Bool(false),
            "register:uses.csv:7",
            Optional.of(LocalDate.of(2026, 4, 1)),
            Optional.of(LocalDate.of(2026, 4, 2)),
            Optional.empty());
    private final Facts use = Facts.of(List.of(
            refused,
            Fact.of("actorCountries", new FactValue.Members(Set.of("JP")), "input"),
            Fact.of("activity", new FactValue.Members(Set.of("acquire")), "input"),
            Fact.of("categories", new FactValue.Members(Set.of("health.mental")), "scan"),
            Fact.of("source", new FactValue.Text("direct"), "input"),
            Fact.of("notified", new FactValue.Bool(true), "input")));

    private Explanation.RuleExplanation rule(String id) {
        return PACKS.regimes.judge(JudgeOptions.asOf(TODAY)).explain(use, false, "duty").orElseThrow().rules().stream()
                .filter(each -> each.outcome().rule().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesTheStepItsRevisionAndTheArticle() {
        RuleOutcome outcome = rule("D-1").outcome();
        assertThat(outcome.outcome()).isEqualTo(Outcome.BREACHED);
        assertThat(outcome.citation()).isEqualTo("Art. 1");
        assertThat(outcome.step()).contains("duty.base");
        assertThat(outcome.revision()).contains("first");
        assertThat(outcome.because())
                .isEqualTo("applies and isn't met: any: [consent: true, exceptions: {anyOf: [law, life]}]");
    }

    @Test
    void showsEachLeafWithItsFactAndWhereThatCameFrom() {
        Explanation.Branch requires = rule("D-1").parts().get(1).condition();
        assertThat(requires.truth()).isEqualTo(Truth.FALSE);
        assertThat(requires.branches())
                .extracting(Explanation.Branch::text)
                .containsExactly("consent: true", "exceptions: {anyOf: [law, life]}");
        assertThat(requires.branches().get(0).facts())
                .containsExactly(new Explanation.Known(
                        "consent",
                        Optional.of(refused),
                        Optional.of("later knowledge: recorded on 2026-04-02, after it began")));
        assertThat(requires.branches().get(1).facts().get(0).note()).contains("not stated, so it counts as []");
    }

    @Test
    void findsTheSmallestChangesThatMendABreach() {
        assertThat(rule("D-1").turns())
                .contains(new Explanation.Turn(
                        List.of(new Explanation.Change("consent", new FactValue.Bool(true))), Outcome.SATISFIED))
                .allMatch(turn -> turn.changes().size() == 1);
    }

    @Test
    void saysWhatWouldBreakAMetRule() {
        assertThat(rule("D-2").turns())
                .contains(new Explanation.Turn(
                        List.of(new Explanation.Change("notified", new FactValue.Bool(false))), Outcome.NEEDS_REVIEW));
    }

    /** What would turn an outcome is looked for around each value; the last ones that a fact can have have nothing beyond. */
    @Test
    void answersForTheLargestNumberAndTheLastDayThereAre() {
        long largest = (1L << 53) - 1;
        Facts atTheEdge = use.with(List.of(
                Fact.of("persons", new FactValue.Whole(largest), "input"),
                Fact.of("personsByType.a", new FactValue.Whole(-largest), "input"),
                Fact.of("acquiredOn", new FactValue.Day(LocalDate.of(9999, 12, 31)), "input"),
                Fact.of("noticeSince", new FactValue.Day(LocalDate.of(1, 1, 1)), "input"),
                Fact.of("reportedOn", new FactValue.Day(LocalDate.of(9999, 12, 31)), "input")));
        Judge judge = PACKS.regimes.judge(JudgeOptions.asOf(TODAY));

        for (Regime regime : PACKS.regimes.all()) {
            assertThat(judge.explain(atTheEdge, false, regime.id())).isPresent();
        }
    }

    @Test
    void isEmptyForARegimeThatIsRefusedOrUnknown() {
        Judge late = PACKS.regimes.judge(JudgeOptions.asOf(LocalDate.of(2028, 7, 17)));
        assertThat(late.explain(use, false, "amendment")).isEmpty();
        assertThat(late.explain(use, false, "nobody's")).isEmpty();
        assertThat(late.refused())
                .filteredOn(each -> each.regime().equals("amendment"))
                .singleElement()
                .extracting(Refusal::message)
                .asString()
                .contains("--assume amendment.main=DATE");
    }

    @Test
    void ofAnAmendmentSaysWhatItWouldLift() {
        Facts statistics = use.with(List.of(
                Fact.of("route", new FactValue.Members(Set.of("statistics")), "input"),
                Fact.of("contractRef", new FactValue.Text("c-1"), "input"),
                Fact.of("solePurposeStatistical", new FactValue.Bool(true), "input"),
                Fact.of("individualDecisionUse", new FactValue.Bool(false), "input"),
                Fact.of("outputReproducesIndividuals", new FactValue.Text("no"), "input"),
                Fact.of("activity", new FactValue.Members(Set.of("provide-third-party")), "input"),
                Fact.of("modelKind", new FactValue.Text("statistical"), "input")));
        Judge judge = PACKS.regimes.judge(JudgeOptions.asOf(TODAY));
        assertThat(judge.judge(statistics, false, "amendment")
                        .orElseThrow()
                        .rule("X-1")
                        .orElseThrow()
                        .because())
                .isEqualTo("met, would lift amended/A-1 from its start");
        Judge assumed = PACKS.regimes.judge(new JudgeOptions(
                LocalDate.of(2028, 7, 16), Map.of("amendment.main", LocalDate.of(2028, 7, 16)), Unconfirmed.CAP));
        assertThat(assumed.judge(statistics, false, "amended")
                        .orElseThrow()
                        .rule("A-1")
                        .orElseThrow()
                        .by())
                .contains("amendment/X-1");
    }
}
