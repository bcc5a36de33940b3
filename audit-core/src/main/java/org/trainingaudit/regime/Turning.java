package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trainingaudit.use.FactType;
import org.trainingaudit.use.Facts;

/**
 * Two dates side by side, asked of many uses. Makes no answers, so it costs little where most uses stand as they did. Any
 * number of threads may use one.
 */
public final class Turning {

    private final Judge before;
    private final Judge after;
    private final List<CompiledRegime> asked;
    private final List<CompiledRule> rules;
    private final Set<String> lasting = new HashSet<>();

    private Turning(Judge before, Judge after, List<CompiledRegime> asked, List<CompiledRule> rules) {
        this.before = before;
        this.after = after;
        this.asked = asked;
        this.rules = rules;
        asked.stream()
                .filter(regime -> isLasting(regime.governs, after.slots()))
                .forEach(regime -> lasting.add(regime.id));
    }

    /**
     * Compares two judges of the same regimes.
     *
     * @param under the regimes that are asked; those that either judge refuses are left out
     */
    public static Turning between(Judge before, Judge after, Set<String> under) {
        List<CompiledRegime> asked = after.regimes().compiled().stream()
                .filter(regime -> under.contains(regime.id)
                        && !before.timeline().isSkipped(regime)
                        && !after.timeline().isSkipped(regime))
                .toList();
        Set<CompiledRule> needed = new HashSet<>();
        asked.forEach(regime -> regime.rules.forEach(rule -> Judge.collect(rule, needed)));
        List<CompiledRule> rules =
                after.regimes().order().stream().filter(needed::contains).toList();
        return new Turning(before, after, asked, rules);
    }

    /** Whether one of the regimes lets a use stand otherwise on the later date. */
    public boolean concerns(Facts facts, boolean weakScan) {
        return concerns(after.encode(facts), facts, weakScan);
    }

    private boolean concerns(Values encoded, Facts facts, boolean weakScan) {
        Evaluation was = before.begin(encoded, weakScan);
        Evaluation is = after.begin(encoded, weakScan);
        if (asked.stream().noneMatch(regime -> was.isInScope(regime) || is.isInScope(regime))) {
            return false;
        }
        JudgementBuilder then = before.builder(was.run(rules), facts, weakScan);
        JudgementBuilder now = after.builder(is.run(rules), facts, weakScan);
        return asked.stream().anyMatch(regime -> then.standing(regime) != now.standing(regime));
    }

    /** Those of several, by their places, that concern a use; cheaper than to ask one after the other. */
    public static List<Integer> concerning(List<Turning> turnings, Facts facts, boolean weakScan) {
        if (turnings.isEmpty()) {
            return List.of();
        }
        Judge any = turnings.get(0).after;
        Values encoded = any.encode(facts);
        Evaluation scope = any.begin(encoded, weakScan);
        List<Integer> concerning = new ArrayList<>();
        for (int i = 0; i < turnings.size(); i++) {
            Turning turning = turnings.get(i);
            boolean maybe = turning.asked.stream()
                    .anyMatch(regime -> scope.governs[regime.index] != Condition.FALSE
                            || !turning.hasLastingScope(regime)
                            || any.timeline().isSkipped(regime));
            if (maybe && turning.concerns(encoded, facts, weakScan)) {
                concerning.add(i);
            }
        }
        return concerning;
    }

    /** Whether the regime governs the same uses on every day on which it's judged. */
    private boolean hasLastingScope(CompiledRegime regime) {
        return lasting.contains(regime.id);
    }

    private static boolean isLasting(Condition condition, FactSlots slots) {
        return condition.steps().isEmpty()
                && condition.rules().isEmpty()
                && condition.slots().stream()
                        .noneMatch(slot -> slots.at(slot).definition().type() == FactType.DATE)
                && condition.parts().stream().allMatch(part -> isLasting(part, slots));
    }
}
