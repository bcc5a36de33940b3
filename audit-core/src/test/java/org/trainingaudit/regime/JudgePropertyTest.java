package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactDefinition;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;

/** What must hold of every use, tried on uses made from a seed. */
class JudgePropertyTest {

    private static final long SEED = 20261121;
    private static final int USES = 300;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final String TODAY_RULES = """
              - {id: A-1, kind: duty, from: base, citation: "1", title: {en: A, ja: あ}, applies: {activity: {has: provide-third-party}}, requires: {consent: true}}
              - {id: A-2, kind: prohibition, from: base, citation: "2", title: {en: A, ja: あ}, applies: {categories: {under: health}}, requires: {contractRef: {stated: true}}}
              - {id: A-3, kind: exemption, from: base, citation: "3", title: {en: A, ja: あ}, tried: consent, requires: {notified: true}, exempts: [A-2]}
            """;

    private static final String AMENDMENT = """
              - {id: X-1, kind: exemption, from: main, citation: "4", title: {en: A, ja: あ}, tried: statistics, exempts: [A-1, A-2]}
              - {id: N-1, kind: duty, from: main, citation: "5", title: {en: A, ja: あ}, requires: {targeted: false}}
            """;

    @Test
    void aStepOrAnAmendmentToComeChangesNothingBeforeItsStart() {
        Packs before = Packs.of(Packs.pack("law", "steps: {base: {date: 2022-04-01}}\n", TODAY_RULES));
        Packs after = Packs.of(
                Packs.pack(
                        "law",
                        "steps: {base: {date: 2022-04-01}, next: {date: 2027-01-01}}\n",
                        TODAY_RULES
                                + "  - {id: A-9, kind: duty, from: next, citation: \"9\", title: {en: A, ja: あ}, requires: {targeted: false}}\n"),
                Packs.pack(
                        "act",
                        "amends: law\npreview: true\nsteps: {main: {certainty: by-order, latest: 2028-07-16}}\n",
                        AMENDMENT));
        assertThat(after.faults.text()).isEmpty();
        Judge old = before.regimes.judge(JudgeOptions.asOf(TODAY));
        Judge now = after.regimes.judge(
                new JudgeOptions(TODAY, Map.of("act.main", LocalDate.of(2026, 11, 22)), Unconfirmed.CAP));
        RandomFacts uses = new RandomFacts(before, SEED);
        for (int i = 0; i < USES; i++) {
            Facts use = uses.some(70);
            Judgement was = old.judge(use).get(0);
            Judgement is = of(now.judge(use), "law");
            for (RuleOutcome rule : was.rules()) {
                assertThat(is.rule(rule.rule())).contains(rule);
            }
            boolean ahead = is.rule("A-9").isPresent();
            boolean mild = was.verdict().compareTo(Verdict.NOT_YET_APPLICABLE) > 0;
            assertThat(is.verdict()).isEqualTo(ahead && mild ? Verdict.NOT_YET_APPLICABLE : was.verdict());
        }
    }

    @Test
    void anotherFactNeverTurnsADecidedRule() {
        Packs packs = Packs.in("rule-kinds");
        Judge judge = packs.regimes.judge(new JudgeOptions(TODAY, Map.of(), Unconfirmed.COUNT));
        RandomFacts uses = new RandomFacts(packs, SEED);
        int decided = 0;
        for (int i = 0; i < USES; i++) {
            Facts use = uses.some(50);
            Facts more = use.with(openFacts(packs, uses, use));
            List<Judgement> was = judge.judge(use);
            List<Judgement> is = judge.judge(more);
            for (int j = 0; j < was.size(); j++) {
                for (RuleOutcome rule : was.get(j).rules()) {
                    Optional<Boolean> before = isFine(rule);
                    Optional<Boolean> after = is.get(j).rule(rule.rule()).flatMap(JudgePropertyTest::isFine);
                    if (before.isPresent() && is.get(j).verdict() != Verdict.NOT_APPLICABLE) {
                        decided++;
                        assertThat(after).as("%s %s", was.get(j).regime(), rule).isEqualTo(before);
                    }
                }
            }
        }
        assertThat(decided).isGreaterThan(USES);
    }

    private static List<Fact> openFacts(Packs packs, RandomFacts uses, Facts use) {
        List<Fact> added = new ArrayList<>();
        for (FactDefinition fact : packs.catalogue.all()) {
            String name = fact.name().replace("*", "genetic");
            if (use.get(name).isEmpty() && fact.absent().isEmpty()) {
                added.add(Fact.of(name, uses.value(fact), "later"));
            }
        }
        return added;
    }

    private static Optional<Boolean> isFine(RuleOutcome rule) {
        return switch (rule.outcome()) {
            case BREACHED -> Optional.of(false);
            case SATISFIED, EXEMPT, NOT_APPLICABLE -> Optional.of(true);
            case NEEDS_REVIEW, NOT_YET_APPLICABLE -> Optional.empty();
        };
    }

    @Test
    void theTurnsThatAnExplanationNamesReallyTurn() {
        Packs packs = Packs.in("rule-kinds");
        Judge judge = packs.regimes.judge(JudgeOptions.asOf(TODAY));
        RandomFacts uses = new RandomFacts(packs, SEED);
        int turns = 0;
        for (int i = 0; i < 8; i++) {
            Facts use = uses.some(60);
            for (Regime regime : packs.regimes.all()) {
                Explanation explanation = judge.explain(use, false, regime.id()).orElseThrow();
                assertThat(explanation.judgement()).isEqualTo(of(judge.judge(use), regime.id()));
                for (Explanation.RuleExplanation rule : explanation.rules()) {
                    turns += rule.turns().size();
                    rule.turns().forEach(turn -> check(judge, use, regime.id(), rule, turn));
                }
            }
        }
        assertThat(turns).isGreaterThan(100);
    }

    private static void check(
            Judge judge, Facts use, String regime, Explanation.RuleExplanation rule, Explanation.Turn turn) {
        List<Fact> changes = new ArrayList<>();
        for (Explanation.Change change : turn.changes()) {
            changes.add(Fact.of(change.fact(), change.value(), "tried"));
            if (change.fact().equals("categories")) {
                changes.add(Fact.of("categoriesUncertain", FactValue.Members.of(List.of()), "tried"));
            }
        }
        Outcome said = of(judge.judge(use.with(changes)), regime)
                .rule(rule.outcome().rule())
                .map(RuleOutcome::outcome)
                .orElse(Outcome.NOT_APPLICABLE);
        assertThat(said).isEqualTo(turn.outcome());
        assertThat(said.isAtLeast(Outcome.NOT_YET_APPLICABLE))
                .isNotEqualTo(rule.outcome().outcome().isAtLeast(Outcome.NOT_YET_APPLICABLE));
    }

    private static Judgement of(List<Judgement> judgements, String regime) {
        return judgements.stream()
                .filter(each -> each.regime().equals(regime))
                .findFirst()
                .orElseThrow();
    }
}
