package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.List;

/** What is evaluated on one date: of each rule the versions that haven't ended, each with its conditions laid out flat. */
final class Plan {

    private static final Law[] NONE = {};

    private final FactBits bits;
    private final Law[][] laws;

    Plan(FactSlots slots, List<CompiledRule> rules, Timeline timeline) {
        List<Condition> conditions = new ArrayList<>();
        rules.forEach(rule -> rule.clauses.forEach(clause -> conditions.addAll(clause.conditions())));
        this.bits = new FactBits(slots, conditions);
        this.laws = new Law[rules.size()][];
        for (CompiledRule rule : rules) {
            laws[rule.index] = timeline.isSkipped(rule.regime)
                    ? NONE
                    : rule.clauses.stream()
                            .filter(clause -> timeline.timing(clause) != Timeline.PAST)
                            .map(clause -> new Law(clause, timeline.timing(clause), bits))
                            .toArray(Law[]::new);
        }
    }

    /** The versions of a rule that are law, or will be, in writing order. */
    Law[] of(CompiledRule rule) {
        return laws[rule.index];
    }

    FactBits bits() {
        return bits;
    }

    /** One version of a rule on that date. */
    static final class Law {
        final Clause clause;
        final boolean ahead;
        final Program applies;
        final Program tried;
        final Program requires;
        final Program reviewIf;

        private Law(Clause clause, byte timing, FactBits bits) {
            this.clause = clause;
            this.ahead = timing == Timeline.AHEAD;
            this.applies = Program.of(clause.applies(), bits);
            this.tried = Program.of(clause.tried(), bits);
            this.requires = Program.of(clause.requires(), bits);
            this.reviewIf = Program.of(clause.reviewIf(), bits);
        }
    }
}
