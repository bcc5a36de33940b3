package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.Facts;

/** Builds explanations: judges once more and writes down what it sees. */
final class Explainer {

    private final Judge judge;
    private final Facts facts;
    private final boolean weakScan;
    private final boolean turns;
    private final Evaluation evaluation;

    Explainer(Judge judge, Facts facts, boolean weakScan, boolean turns) {
        this.judge = judge;
        this.facts = facts;
        this.weakScan = weakScan;
        this.turns = turns;
        this.evaluation = judge.evaluate(judge.encode(facts), weakScan);
    }

    Explanation explain(CompiledRegime regime) {
        Judgement judgement = judge.builder(evaluation, facts, weakScan).build(regime);
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
        List<Explanation.Turn> found = turns ? new TurnSearch(judge, facts, weakScan, rule).turns() : List.of();
        return new Explanation.RuleExplanation(outcome, parts, sanctions, found);
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
                Stream.concat(
                                condition.slots().stream().map(this::known),
                                condition.steps().stream().map(this::step))
                        .toList(),
                condition.parts().stream().map(this::branch).toList());
    }

    private Explanation.Known step(int step) {
        FactSlots.NamedStep named = judge.slots().stepAt(step);
        String told = judge.timeline().told(named.regime(), named.ref());
        return new Explanation.Known(named.ref().key(), Optional.empty(), Optional.of(told));
    }

    private Explanation.Known known(int slot) {
        Slot place = judge.slots().at(slot);
        Optional<Fact> stated = facts.get(place.name());
        List<String> notes = new ArrayList<>();
        note(place, stated).ifPresent(notes::add);
        stated.flatMap(this::laterKnowledge).ifPresent(notes::add);
        notes.addAll(facts.lapsed(place.name()));
        Optional<String> note = notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
        return new Explanation.Known(place.name(), stated, note);
    }

    /** Nobody could have known it on the day on which it was first true, or on which it's judged. */
    private Optional<String> laterKnowledge(Fact fact) {
        Optional<LocalDate> recorded = fact.recorded();
        if (recorded.filter(day -> day.isAfter(judge.options().asOf())).isPresent()) {
            return recorded.map(day -> "later knowledge: recorded on " + day + ", after the as-of date");
        }
        return recorded.filter(day -> fact.since().filter(day::isAfter).isPresent())
                .map(day -> "later knowledge: recorded on " + day + ", after it began");
    }

    private Optional<String> note(Slot slot, Optional<Fact> stated) {
        if (slot.name().equals(FactSlots.USE_DATE)) {
            return Optional.of("the as-of date, " + judge.options().asOf());
        }
        if (slot.name().equals(StatisticalPurpose.FACT)) {
            return Optional.of("derived from what is claimed, the kind of model, its output and the activity");
        }
        return stated.isPresent() || facts.unknown().contains(slot.name())
                ? Optional.empty()
                : slot.definition().absent().map(value -> "not stated, so it counts as " + value.json());
    }
}
