package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.Facts;

/** Builds explanations: judges once more and writes down what it sees. */
final class Explainer {

    private final Judge judge;
    private final Facts facts;
    private final boolean weakScan;
    private final Evaluation evaluation;

    Explainer(Judge judge, Facts facts, boolean weakScan) {
        this.judge = judge;
        this.facts = facts;
        this.weakScan = weakScan;
        this.evaluation = judge.evaluate(judge.encode(facts), weakScan);
    }

    Explanation explain(CompiledRegime regime) {
        Judgement judgement = judge.builder(evaluation, weakScan).build(regime);
        Map<String, List<RuleSanction>> sanctions = judge.sanctions(facts, judgement);
        List<Explanation.RuleExplanation> rules = new ArrayList<>();
        for (CompiledRule rule : regime.rules) {
            judgement
                    .rule(rule.id)
                    .ifPresent(
                            outcome -> rules.add(explain(rule, outcome, sanctions.getOrDefault(rule.id, List.of()))));
        }
        return new Explanation(judgement, regime.face, branch(regime.governs), rules);
    }

    private Explanation.RuleExplanation explain(CompiledRule rule, RuleOutcome outcome, List<RuleSanction> sanctions) {
        Clause clause = evaluation.clauses[rule.index];
        List<Explanation.Part> parts = new ArrayList<>();
        add("applies", clause.applies(), parts);
        add("tried", clause.tried(), parts);
        add("requires", clause.requires(), parts);
        add("reviewIf", clause.reviewIf(), parts);
        return new Explanation.RuleExplanation(
                outcome, parts, sanctions, new TurnSearch(judge, facts, weakScan, rule).turns());
    }

    private void add(String role, Condition condition, List<Explanation.Part> into) {
        if (!(condition instanceof Condition.Constant)) {
            into.add(new Explanation.Part(role, branch(condition)));
        }
    }

    private Explanation.Branch branch(Condition condition) {
        return new Explanation.Branch(
                condition.text(),
                Truth.of(condition.truth(evaluation.values)),
                condition.slots().stream().map(this::known).toList(),
                condition.parts().stream().map(this::branch).toList());
    }

    private Explanation.Known known(int slot) {
        Slot place = judge.slots().at(slot);
        Optional<Fact> stated = facts.get(place.name());
        return new Explanation.Known(place.name(), stated, note(place, stated));
    }

    private Optional<String> note(Slot slot, Optional<Fact> stated) {
        if (slot.name().equals(FactSlots.USE_DATE)) {
            return Optional.of("the as-of date, " + judge.options().asOf());
        }
        if (slot.name().equals(StatisticalPurpose.FACT)) {
            return Optional.of("derived from what is claimed, the kind of model, its output and the activity");
        }
        return stated.isPresent()
                ? Optional.empty()
                : slot.definition().absent().map(value -> "not stated, so it counts as " + value.json());
    }
}
