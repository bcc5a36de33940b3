package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is evaluated on one date: of each rule the versions that haven't ended, with where their conditions are answered. */
final class Plan {

    private static final int FIXED = -1;
    private static final int IN_THE_TREE = -9;
    private static final Law[] NONE = {};

    private final FactBits bits;
    private final DemandTable table;
    private final Law[][] laws;
    private final Law[] inOrder;
    private final Clause[] simpleClauses;

    Plan(FactSlots slots, List<CompiledRule> rules, List<CompiledRule> order, Timeline timeline) {
        this.bits = new FactBits(slots, conditions(rules));
        Map<Condition, List<Demand>> demands = new LinkedHashMap<>();
        this.laws = new Law[rules.size()][];
        this.simpleClauses = new Clause[rules.size()];
        for (CompiledRule rule : rules) {
            List<Clause> living = timeline.isSkipped(rule.regime)
                    ? List.of()
                    : rule.clauses.stream()
                            .filter(clause -> timeline.timing(clause) != Timeline.PAST)
                            .toList();
            living.forEach(clause -> clause.conditions().forEach(each -> enter(each, demands)));
            laws[rule.index] = living.isEmpty() ? NONE : new Law[living.size()];
        }
        this.table = new DemandTable(demands);
        for (CompiledRule rule : rules) {
            place(rule, timeline);
        }
        this.inOrder = order.stream()
                .map(rule -> laws[rule.index])
                .filter(living -> living.length > 0)
                .map(living -> living[0])
                .toArray(Law[]::new);
    }

    private static List<Condition> conditions(List<CompiledRule> rules) {
        List<Condition> conditions = new ArrayList<>();
        rules.forEach(rule -> rule.clauses.forEach(clause -> conditions.addAll(clause.conditions())));
        return conditions;
    }

    private void enter(Condition condition, Map<Condition, List<Demand>> into) {
        condition
                .demands(bits)
                .filter(each -> !(condition instanceof Condition.Constant))
                .ifPresent(each -> into.put(condition, each));
    }

    private void place(CompiledRule rule, Timeline timeline) {
        Law[] living = laws[rule.index];
        int next = 0;
        for (Clause clause : rule.clauses) {
            if (living.length > 0 && timeline.timing(clause) != Timeline.PAST) {
                living[next++] = new Law(rule, clause, timeline.timing(clause), living.length == 1);
            }
        }
        if (living.length == 1 && living[0].simple) {
            simpleClauses[rule.index] = living[0].clause;
        }
    }

    /** The versions of a rule that are law, or will be, in writing order. */
    Law[] of(CompiledRule rule) {
        return laws[rule.index];
    }

    /** The first version of each rule that has any, in the order in which rules are settled. */
    Law[] inOrder() {
        return inOrder;
    }

    /** By rule, the version of those that have just one. A copy. */
    Clause[] simpleClauses() {
        return simpleClauses.clone();
    }

    /** What the table says of a use. */
    DemandTable.Answers answers(Values values) {
        return table.answers(bits.of(values));
    }

    /** One version of a rule on that date. */
    final class Law {
        final CompiledRule rule;
        final int index;
        final int regime;
        final Clause clause;
        final boolean ahead;
        final boolean exemption;
        /** Whether the worst that it can say is that a person has to look. */
        final boolean mild;
        /** Whether the rule has this version only, it's in force, and nothing lifts it. */
        final boolean simple;

        final int applies;
        final int tried;
        final int requires;
        final int reviewIf;

        private Law(CompiledRule rule, Clause clause, byte timing, boolean only) {
            this.rule = rule;
            this.index = rule.index;
            this.regime = rule.regime.index;
            this.clause = clause;
            this.ahead = timing == Timeline.AHEAD;
            this.exemption = rule.isExemption();
            this.mild = rule.kind == RuleKind.WATCH || clause.unmet().equals(Optional.of(Unmet.NEEDS_REVIEW));
            this.simple = only && !ahead && rule.exemptedBy.isEmpty();
            this.applies = place(clause.applies());
            this.tried = place(clause.tried());
            this.requires = place(clause.requires());
            this.reviewIf = place(clause.reviewIf());
        }
    }

    /** Where the condition is answered; below 0 one of the fixed answers, or {@link #IN_THE_TREE}. */
    private int place(Condition condition) {
        if (condition instanceof Condition.Constant constant) {
            return FIXED - constant.truth();
        }
        return table.place(condition).orElse(IN_THE_TREE);
    }

    /** The truth at a place, which is one of the condition's. */
    static int truth(int place, Condition condition, DemandTable.Answers answers, Values values) {
        if (place >= 0) {
            return answers.truth(place);
        }
        return place == IN_THE_TREE ? condition.truth(values) : FIXED - place;
    }
}
