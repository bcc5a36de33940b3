package org.trainingaudit.regime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private Turning(Judge before, Judge after, List<CompiledRegime> asked, List<CompiledRule> rules) {
        this.before = before;
        this.after = after;
        this.asked = asked;
        this.rules = rules;
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
        Evaluation was = before.begin(facts, weakScan);
        Evaluation is = after.begin(facts, weakScan);
        if (asked.stream().noneMatch(regime -> was.isInScope(regime) || is.isInScope(regime))) {
            return false;
        }
        JudgementBuilder then = before.builder(was.run(rules), facts, weakScan);
        JudgementBuilder now = after.builder(is.run(rules), facts, weakScan);
        return asked.stream().anyMatch(regime -> then.standing(regime) != now.standing(regime));
    }
}
