package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.trainingaudit.config.Written;

/**
 * What one regime says of one use on two dates, side by side.
 *
 * <p>Compare judgements that were made {@linkplain JudgeOptions#withoutPreviews() without previews}. What a law in preview
 * would say is nobody's breach before its start; counted as one, a use that the law makes unlawful would have been
 * unlawful before, and nothing would seem to change on the very day.
 *
 * @param before what is said on the earlier date
 * @param after what is said on the later date
 * @param group where the pair of use and regime belongs
 * @param causes the rules that did it, in the regime's order; none where the group is {@link Group#UNCHANGED}
 */
public record Comparison(Judgement before, Judgement after, Group group, List<Cause> causes) {

    public Comparison {
        causes = List.copyOf(causes);
    }

    /** Where a pair belongs: by its later standing where the two differ. */
    public enum Group {
        NEWLY_UNLAWFUL,
        NEWLY_LAWFUL,
        NEWLY_UNCERTAIN,
        UNCHANGED;

        /** The group of what stood so and stands so now. */
        public static Group of(Standing before, Standing after) {
            return before == after
                    ? UNCHANGED
                    : switch (after) {
                        case UNLAWFUL -> NEWLY_UNLAWFUL;
                        case LAWFUL -> NEWLY_LAWFUL;
                        case UNCERTAIN -> NEWLY_UNCERTAIN;
                    };
        }

        /** As people read it: {@code newly unlawful}. */
        public String words() {
            return word().replace('-', ' ');
        }

        /** As files write it: {@code newly-unlawful}. */
        public String word() {
            return Written.of(this);
        }
    }

    /**
     * A rule that did it.
     *
     * @param rule the rule's id
     * @param citation where the law says so
     * @param before what it said; empty where it had nothing to say
     * @param after what it says now; empty where it has ended
     * @param by the exemption that lifts or softens it now, as {@code regime/rule}
     * @param step the step that brought this, as {@code regime.step}: the one with which the exemption started, where there
     *     is one, else the rule or the version of it that counts now
     * @param because the later answer in a line; the earlier where the rule has ended
     */
    public record Cause(
            String rule,
            String citation,
            Optional<Outcome> before,
            Optional<Outcome> after,
            Optional<String> by,
            Optional<String> step,
            String because) {

        private Cause broughtBy(Optional<String> other) {
            return new Cause(rule, citation, before, after, by, other.or(() -> step), because);
        }
    }

    /**
     * Compares what each regime says of one use.
     *
     * @param before what all regimes say on the earlier date
     * @param after what the same regimes say on the later date, in the same order
     * @return one comparison a regime, in that order
     */
    public static List<Comparison> of(List<Judgement> before, List<Judgement> after) {
        List<String> one = before.stream().map(Judgement::regime).toList();
        List<String> other = after.stream().map(Judgement::regime).toList();
        if (!one.equals(other)) {
            throw new IllegalArgumentException(
                    "judgements under the same regimes are compared, but these are under " + one + " and " + other);
        }
        List<Comparison> comparisons = new ArrayList<>(before.size());
        for (int i = 0; i < before.size(); i++) {
            comparisons.add(of(
                    before.get(i),
                    after.get(i),
                    id -> after.stream()
                            .filter(judgement -> judgement.regime().equals(id))
                            .findFirst()));
        }
        return comparisons;
    }

    /** The same for one regime; {@code all} has what each says on the later date. */
    static Comparison of(Judgement before, Judgement after, Function<String, Optional<Judgement>> all) {
        Group group = Group.of(Standing.of(before.verdict()), Standing.of(after.verdict()));
        List<Cause> causes = group == Group.UNCHANGED
                ? List.of()
                : causes(before, after).stream()
                        .map(cause -> cause.by().isEmpty()
                                ? cause
                                : cause.broughtBy(step(cause.by().get(), all)))
                        .toList();
        return new Comparison(before, after, group, causes);
    }

    /** The step with which a rule, named {@code regime/rule}, started. */
    private static Optional<String> step(String key, Function<String, Optional<Judgement>> all) {
        int slash = key.indexOf('/');
        return all.apply(key.substring(0, slash))
                .flatMap(judgement -> judgement.rule(key.substring(slash + 1)))
                .flatMap(RuleOutcome::step);
    }

    /** The rules that now say what is worst and didn't before, and those that said worse than anything says now. */
    private static List<Cause> causes(Judgement before, Judgement after) {
        Standing is = Standing.of(after.verdict());
        List<Cause> decisive = new ArrayList<>();
        List<Cause> changed = new ArrayList<>();
        for (String rule : rules(before, after)) {
            Optional<RuleOutcome> one = before.rule(rule);
            Optional<RuleOutcome> other = after.rule(rule);
            Standing ruleWas = standing(one);
            Standing ruleIs = standing(other);
            boolean decides = (ruleIs == is && ruleIs.isWorseThan(ruleWas)) || ruleWas.isWorseThan(is);
            if (decides) {
                decisive.add(cause(rule, one, other));
            }
            if (!one.map(RuleOutcome::outcome).equals(other.map(RuleOutcome::outcome))) {
                changed.add(cause(rule, one, other));
            }
        }
        // Where an exemption takes the use out of the whole regime, no rule need have changed its standing.
        return decisive.isEmpty() ? changed : decisive;
    }

    private static Set<String> rules(Judgement before, Judgement after) {
        Set<String> rules = new LinkedHashSet<>();
        after.rules().forEach(each -> rules.add(each.rule()));
        before.rules().forEach(each -> rules.add(each.rule()));
        return rules;
    }

    private static Standing standing(Optional<RuleOutcome> rule) {
        return rule.map(each -> Standing.of(each.outcome())).orElse(Standing.LAWFUL);
    }

    private static Cause cause(String rule, Optional<RuleOutcome> before, Optional<RuleOutcome> after) {
        RuleOutcome told = after.or(() -> before).orElseThrow();
        return new Cause(
                rule,
                told.citation(),
                before.map(RuleOutcome::outcome),
                after.map(RuleOutcome::outcome),
                after.flatMap(RuleOutcome::by),
                told.step(),
                told.because());
    }
}
