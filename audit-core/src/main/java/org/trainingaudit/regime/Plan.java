package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is evaluated on one date: of each rule the versions that haven't ended, with where their conditions are answered. */
final class Plan {

    private static final Law[] NONE = {};

    private final FactBits bits;
    private final DemandTable table;
    private final Law[][] laws;
    private final boolean[] simple;

    Plan(FactSlots slots, List<CompiledRule> rules, Timeline timeline) {
        this.bits = new FactBits(slots, conditions(rules));
        Map<Condition, List<Demand>> demands = new LinkedHashMap<>();
        this.laws = new Law[rules.size()][];
        this.simple = new boolean[rules.size()];
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
    }

    private static List<Condition> conditions(List<CompiledRule> rules) {
        List<Condition> conditions = new ArrayList<>();
        rules.forEach(rule -> rule.clauses.forEach(clause -> conditions.addAll(clause.conditions())));
        return conditions;
    }

    private void enter(Condition condition, Map<Condition, List<Demand>> into) {
        condition.demands(bits).filter(each -> !each.isEmpty()).ifPresent(each -> into.put(condition, each));
    }

    private void place(CompiledRule rule, Timeline timeline) {
        Law[] living = laws[rule.index];
        int next = 0;
        for (Clause clause : rule.clauses) {
            if (living.length > 0 && timeline.timing(clause) != Timeline.PAST) {
                living[next++] = new Law(rule, clause, timeline.timing(clause));
            }
        }
        simple[rule.index] = living.length == 1 && !living[0].ahead && rule.exemptedBy.isEmpty();
    }

    /** The versions of a rule that are law, or will be, in writing order. */
    Law[] of(CompiledRule rule) {
        return laws[rule.index];
    }

    /** Whether the rule has one version, which is law, and nothing lifts it. */
    boolean isSimple(CompiledRule rule) {
        return simple[rule.index];
    }

    FactBits bits() {
        return bits;
    }

    /** What the table says of a use. */
    DemandTable.Answers answers(Values values) {
        return table.answers(values.bits);
    }

    /** One version of a rule on that date. */
    final class Law {
        final Clause clause;
        final boolean ahead;
        final boolean exemption;
        /** Whether the worst that it can say is that a person has to look. */
        final boolean mild;

        final Asked applies;
        final Asked tried;
        final Asked requires;
        final Asked reviewIf;

        private Law(CompiledRule rule, Clause clause, byte timing) {
            this.clause = clause;
            this.ahead = timing == Timeline.AHEAD;
            this.exemption = rule.isExemption();
            this.mild = rule.kind == RuleKind.WATCH || clause.unmet().equals(Optional.of(Unmet.NEEDS_REVIEW));
            this.applies = new Asked(clause.applies());
            this.tried = new Asked(clause.tried());
            this.requires = new Asked(clause.requires());
            this.reviewIf = new Asked(clause.reviewIf());
        }
    }

    /** A condition, and its place in the table where it has one. */
    final class Asked {
        final Condition condition;
        private final int place;

        private Asked(Condition condition) {
            this.condition = condition;
            boolean tabled =
                    condition.demands(bits).filter(each -> !each.isEmpty()).isPresent();
            this.place = tabled ? table.place(condition) : -1;
        }

        /** Its truth; what a weak scan leaves open only the tree knows. */
        int truth(DemandTable.Answers answers, Values values) {
            return place >= 0 && !values.weak ? answers.truth(place) : condition.truth(values);
        }
    }
}
