package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;

/**
 * Judging all rules at once, as a night does, explaining, which goes through the conditions leaf by leaf, and settling one
 * rule with those it rests on, on uses that nobody thought of, under every regime that ships.
 */
class ExplainAgreementTest {

    private static final long SEED = 20261121;
    private static final int USES = 15;

    private final ShippedPacks packs = ShippedPacks.load(Path.of("../config"));
    private final Judge judge = packs.judge();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void explainsWhatItJudges(boolean weakScan) {
        RandomFacts uses = new RandomFacts(packs.catalogue(), SEED);
        for (int i = 0; i < USES; i++) {
            Facts use = uses.some(100 * i / (USES - 1));
            List<Judgement> judged = judge.judge(use, weakScan);
            assertThat(judged).hasSize(packs.regimes().all().size());
            for (Judgement judgement : judged) {
                Explanation explained =
                        judge.explain(use, weakScan, judgement.regime(), false).orElseThrow();
                assertThat(explained.judgement())
                        .as("use %d under %s", i, judgement.regime())
                        .isEqualTo(judgement);
                assertThat(explained.rules())
                        .extracting(Explanation.RuleExplanation::outcome)
                        .containsExactlyElementsOf(judgement.rules().stream()
                                .filter(rule -> !rule.rule().equals(Judgement.SCOPE))
                                .toList());
            }
        }
    }

    @Test
    void showsNoOutcomeThatItsOwnLeavesContradict() {
        RandomFacts uses = new RandomFacts(packs.catalogue(), SEED + 1);
        int seen = 0;
        for (int i = 0; i < USES; i++) {
            Facts use = uses.some(80);
            for (Regime regime : packs.regimes().all()) {
                Explanation explained =
                        judge.explain(use, false, regime.id(), false).orElseThrow();
                for (Explanation.RuleExplanation rule : explained.rules()) {
                    seen += isBorneOut(rule) ? 1 : 0;
                }
            }
        }
        assertThat(seen).isGreaterThan(USES);
    }

    /** Whether the outcome is one that follows from the conditions alone; fails where it doesn't. */
    private static boolean isBorneOut(Explanation.RuleExplanation rule) {
        if (rule.outcome().outcome() == Outcome.BREACHED) {
            assertThat(truth(rule, "applies")).as(rule.outcome().rule()).isNotEqualTo(Optional.of(Truth.FALSE));
            assertThat(truth(rule, "requires").orElse(Truth.FALSE))
                    .as(rule.outcome().rule())
                    .isEqualTo(Truth.FALSE);
            return true;
        }
        if (rule.outcome().outcome() == Outcome.SATISFIED) {
            assertThat(truth(rule, "requires").orElse(Truth.TRUE))
                    .as(rule.outcome().rule())
                    .isEqualTo(Truth.TRUE);
            return true;
        }
        return false;
    }

    private static Optional<Truth> truth(Explanation.RuleExplanation rule, String role) {
        return rule.parts().stream()
                .filter(part -> part.role().equals(role))
                .map(part -> part.condition().truth())
                .findFirst();
    }

    @Test
    void saysOfEachRuleWhatItSaysWhenTheRuleIsSettledAlone() {
        RandomFacts uses = new RandomFacts(packs.catalogue(), SEED + 2);
        for (int i = 0; i < USES; i++) {
            Facts use = uses.some(70);
            byte[] all = judge.evaluate(judge.encode(use), false).outcomes;
            for (CompiledRule rule : packs.regimes().order()) {
                assertThat(judge.outcome(rule, judge.closure(rule), judge.stated(use), List.of(), false))
                        .as("use %d, rule %s", i, rule.key())
                        .isEqualTo(all[rule.index]);
            }
        }
    }

    @Test
    void saysTheSameOfFactsThatAreTriedAsOfFactsThatAreStated() {
        RandomFacts uses = new RandomFacts(packs.catalogue(), SEED + 3);
        for (int i = 0; i < USES; i++) {
            Facts use = uses.some(60);
            List<Fact> others = tried(uses.some(10));
            byte[] stated = judge.evaluate(judge.encode(use.with(others)), false).outcomes;
            for (CompiledRule rule : packs.regimes().order()) {
                assertThat(judge.outcome(rule, judge.closure(rule), judge.stated(use), others, false))
                        .as("use %d, rule %s", i, rule.key())
                        .isEqualTo(stated[rule.index]);
            }
        }
    }

    /** Categories are tried as sure ones. */
    private static List<Fact> tried(Facts facts) {
        List<Fact> tried = new ArrayList<>(facts.all());
        tried.add(Fact.of("categoriesUncertain", new FactValue.Members(Set.of()), "tried"));
        if (facts.get(FactSlots.CATEGORIES).isEmpty()) {
            tried.add(Fact.of(FactSlots.CATEGORIES, new FactValue.Members(Set.of("contact")), "tried"));
        }
        return tried;
    }
}
