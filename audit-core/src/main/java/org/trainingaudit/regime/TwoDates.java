package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.use.Facts;

/**
 * Two dates side by side, asked of many uses. Settles first only what can come out otherwise on the later date, and makes
 * answers only where something does, so it costs little where most uses stand as they did. Any number of threads may use one.
 */
public final class TwoDates {

    private final Judge before;
    private final Judge after;
    private final List<CompiledRegime> asked;
    private final List<CompiledRegime> scopes;
    /** All that the answers rest on, in the order in which it's settled. */
    private final List<CompiledRule> rules;
    /** Those that may come out otherwise, after what they rest on. */
    private final List<CompiledRule> moving;
    /** Those of the regimes asked that govern the same uses on both dates and always. */
    private final boolean[] lasting;

    private TwoDates(Judge before, Judge after, List<CompiledRegime> asked) {
        this.before = before;
        this.after = after;
        this.asked = asked;
        List<CompiledRule> own =
                asked.stream().flatMap(regime -> regime.rules.stream()).toList();
        Moving dates = new Moving(before, after);
        this.rules = closure(own);
        this.moving = closure(own.stream().filter(dates::isMoving).toList());
        Set<CompiledRegime> needed = new HashSet<>(asked);
        rules.forEach(rule -> needed.add(rule.regime));
        this.scopes =
                after.regimes().compiled().stream().filter(needed::contains).toList();
        this.lasting = new boolean[after.regimes().compiled().size()];
        asked.forEach(regime -> lasting[regime.index] = dates.isLasting(regime.governs));
    }

    private List<CompiledRule> closure(List<CompiledRule> of) {
        Set<CompiledRule> needed = new HashSet<>();
        of.forEach(rule -> Judge.collect(rule, needed));
        return after.regimes().order().stream().filter(needed::contains).toList();
    }

    /**
     * Compares two judges of the same regimes.
     *
     * @param under the regimes that are asked; those that either judge refuses are left out
     */
    public static TwoDates between(Judge before, Judge after, Set<String> under) {
        return new TwoDates(
                before,
                after,
                after.regimes().compiled().stream()
                        .filter(regime -> under.contains(regime.id)
                                && !before.timeline().isSkipped(regime)
                                && !after.timeline().isSkipped(regime))
                        .toList());
    }

    /**
     * What the later date changes for a use.
     *
     * @param place which of several pairs of dates it is
     * @param comparisons one for each regime that lets the use stand otherwise, in the regimes' order; never empty
     */
    public record Changed(int place, List<Comparison> comparisons) {}

    /** What each of several pairs of dates changes for a use; those that change nothing are left out. */
    public static List<Changed> all(List<TwoDates> pairs, Facts facts, boolean weakScan) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        Judge any = pairs.get(0).after;
        Values encoded = any.encode(facts);
        Evaluation scope = any.begin(encoded, weakScan);
        Asked was = new Asked(new Values(encoded, any.rules()), facts, weakScan);
        Asked is = new Asked(new Values(encoded, any.rules()), facts, weakScan);
        List<Changed> changed = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            TwoDates pair = pairs.get(i);
            if (pair.mayGovern(scope, any)) {
                List<Comparison> comparisons = pair.comparisons(was, is);
                if (!comparisons.isEmpty()) {
                    changed.add(new Changed(i, comparisons));
                }
            }
        }
        return changed;
    }

    /** The facts of a use in slots that one evaluation after the other may use, and what is known beside them. */
    private record Asked(Values values, Facts facts, boolean weakScan) {

        Evaluation of(Judge judge, TwoDates pair) {
            return judge.begin(values, weakScan, pair.scopes);
        }
    }

    private boolean mayGovern(Evaluation scope, Judge of) {
        for (CompiledRegime regime : asked) {
            boolean may = scope.governs[regime.index] != Condition.FALSE
                    || !lasting[regime.index]
                    || of.timeline().isSkipped(regime);
            if (may) {
                return true;
            }
        }
        return false;
    }

    private List<Comparison> comparisons(Asked early, Asked late) {
        Evaluation was = early.of(before, this).run(moving);
        Evaluation is = late.of(after, this).run(moving);
        return isSame(was, is) ? List.of() : compared(early, late, was.run(rules), is.run(rules));
    }

    private boolean isSame(Evaluation was, Evaluation is) {
        for (CompiledRegime regime : asked) {
            int governs = is.governs[regime.index];
            boolean same = was.governs[regime.index] == governs
                    && was.isInScope(regime) == is.isInScope(regime)
                    && (governs != Condition.UNKNOWN
                            || before.timeline().hasBegun(regime)
                                    == after.timeline().hasBegun(regime));
            if (!same) {
                return false;
            }
        }
        for (CompiledRule rule : moving) {
            if (was.outcomes[rule.index] != is.outcomes[rule.index]) {
                return false;
            }
        }
        return true;
    }

    private List<Comparison> compared(Asked early, Asked late, Evaluation was, Evaluation is) {
        JudgementBuilder then = before.builder(was, early.facts(), early.weakScan());
        JudgementBuilder now = after.builder(is, late.facts(), late.weakScan());
        List<Comparison> comparisons = new ArrayList<>();
        for (CompiledRegime regime : asked) {
            if (then.standing(regime) != now.standing(regime)) {
                comparisons.add(
                        Comparison.of(then.build(regime), now.build(regime), other -> judgedOnBoth(other, now)));
            }
        }
        return comparisons;
    }

    private Optional<Judgement> judgedOnBoth(String id, JudgementBuilder now) {
        return scopes.stream()
                .filter(regime -> regime.id.equals(id)
                        && !before.timeline().isSkipped(regime)
                        && !after.timeline().isSkipped(regime))
                .findFirst()
                .map(now::build);
    }
}
