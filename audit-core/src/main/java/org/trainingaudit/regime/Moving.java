package org.trainingaudit.regime;

import java.util.HashMap;
import java.util.Map;
import org.trainingaudit.use.FactType;

/** Which rules can come out otherwise on the later of two dates for a use of which the same is known. */
final class Moving {
    private final Judge before;
    private final Judge after;
    private final Map<CompiledRule, Boolean> known = new HashMap<>();

    Moving(Judge before, Judge after) {
        this.before = before;
        this.after = after;
    }

    boolean isMoving(CompiledRule rule) {
        Boolean found = known.get(rule);
        if (found == null) {
            found = moves(rule);
            known.put(rule, found);
        }
        return found;
    }

    private boolean moves(CompiledRule rule) {
        boolean regime = !isLasting(rule.regime.governs)
                || rule.regime.labels.stream()
                        .anyMatch(label -> !isLasting(label.claimed())
                                || label.readings().stream().anyMatch(reading -> !isLasting(reading.when())));
        return regime
                || before.timeline().isSkipped(rule.regime) != after.timeline().isSkipped(rule.regime)
                || rule.clauses.stream().anyMatch(this::moves)
                || rule.exemptedBy.stream().anyMatch(this::isMoving)
                || rule.passes().stream().anyMatch(this::isMoving);
    }

    private boolean moves(Clause clause) {
        return before.timeline().timing(clause) != after.timeline().timing(clause)
                || clause.conditions().stream().anyMatch(condition -> !isDateless(condition));
    }

    /** Whether it holds for the same uses on every day. */
    boolean isLasting(Condition condition) {
        return condition.rules().isEmpty()
                && isDateless(condition)
                && condition.parts().stream().allMatch(this::isLasting);
    }

    private boolean isDateless(Condition condition) {
        return condition.steps().isEmpty()
                && condition.slots().stream()
                        .noneMatch(slot -> after.slots().at(slot).definition().type() == FactType.DATE)
                && condition.parts().stream().allMatch(this::isDateless);
    }
}
