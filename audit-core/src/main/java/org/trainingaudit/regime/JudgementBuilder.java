package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.use.Facts;

/** Turns the codes of one evaluation into what callers read. */
final class JudgementBuilder {

    private final JudgeOptions options;
    private final Timeline timeline;
    private final OutcomeTexts texts;
    private final List<CompiledRule> rules;
    private final Evaluation evaluation;
    private final Facts facts;
    private final boolean weak;

    JudgementBuilder(
            JudgeOptions options,
            Timeline timeline,
            OutcomeTexts texts,
            List<CompiledRule> rules,
            Evaluation evaluation,
            Facts facts,
            boolean weak) {
        this.options = options;
        this.timeline = timeline;
        this.texts = texts;
        this.rules = rules;
        this.evaluation = evaluation;
        this.facts = facts;
        this.weak = weak;
    }

    /** What {@link #build} would come to, without making any of it. */
    Standing standing(CompiledRegime regime) {
        if (!evaluation.isInScope(regime) || (evaluation.isTakenOut(regime) && !weak)) {
            return Standing.LAWFUL;
        }
        boolean undecidedScope = evaluation.governs[regime.index] == Condition.UNKNOWN && timeline.hasBegun(regime);
        Standing worst = undecidedScope ? Standing.UNCERTAIN : Standing.LAWFUL;
        for (CompiledRule rule : regime.rules) {
            if (evaluation.outcomes[rule.index] > Codes.NONE) {
                Standing one = Standing.of(outcomeOf(rule));
                worst = one.isWorseThan(worst) ? one : worst;
            }
        }
        return worst;
    }

    Judgement build(CompiledRegime regime) {
        if (!evaluation.isInScope(regime)) {
            return new Judgement(regime.id, options.asOf(), Verdict.NOT_APPLICABLE, false, List.of());
        }
        List<RuleOutcome> outcomes = new ArrayList<>(regime.rules.size());
        // A law of which nothing has begun asks nobody whether it governs.
        boolean undecidedScope = evaluation.governs[regime.index] == Condition.UNKNOWN && timeline.hasBegun(regime);
        if (undecidedScope) {
            outcomes.add(scope(regime));
        }
        Outcome worst = undecidedScope ? Outcome.NEEDS_REVIEW : Outcome.NOT_APPLICABLE;
        for (CompiledRule rule : regime.rules) {
            if (evaluation.outcomes[rule.index] != Codes.NONE) {
                RuleOutcome outcome = outcome(rule);
                outcomes.add(outcome);
                worst = outcome.outcome().compareTo(worst) > 0 ? outcome.outcome() : worst;
            }
        }
        Verdict verdict = evaluation.isTakenOut(regime) && !weak ? Verdict.NOT_APPLICABLE : worst.verdict();
        return new Judgement(regime.id, options.asOf(), verdict, isProvisional(regime, verdict), outcomes);
    }

    private RuleOutcome scope(CompiledRegime regime) {
        Set<String> missing = new TreeSet<>();
        regime.governs.missing(evaluation.values, missing);
        return new RuleOutcome(
                Judgement.SCOPE,
                Outcome.NEEDS_REVIEW,
                Optional.of(missing.isEmpty() ? Reason.WEAK_SCAN : Reason.MISSING_FACTS),
                "",
                List.copyOf(missing),
                Optional.empty(),
                missing.isEmpty()
                        ? OutcomeTexts.WEAK
                        : "whether the law governs the use can't be told without " + String.join(", ", missing)
                                + OutcomeTexts.lapsed(missing, facts),
                Optional.empty(),
                Optional.empty());
    }

    private RuleOutcome outcome(CompiledRule rule) {
        byte code = evaluation.outcomes[rule.index];
        Clause clause = Objects.requireNonNull(evaluation.clauses[rule.index]);
        Optional<String> by = by(rule);
        if (weak && (code == Codes.SATISFIED || code == Codes.EXEMPT)) {
            return texts.review(rule, clause, Reason.WEAK_SCAN, List.of(), facts, by);
        }
        if (code != Codes.REVIEW) {
            return texts.of(rule, clause, code, by);
        }
        Reason reason = evaluation.reasons[rule.index];
        if (reason != Reason.MISSING_FACTS) {
            return texts.review(rule, clause, reason, List.of(), facts, by);
        }
        List<String> missing = missing(rule, clause);
        return texts.review(rule, clause, missing.isEmpty() ? unnamed() : reason, missing, facts, by);
    }

    /** Undecided although no fact is missing: a member of an open set, an outcome that waits, or what wasn't scanned. */
    private Reason unnamed() {
        return weak ? Reason.WEAK_SCAN : Reason.JUDGEMENT;
    }

    private Optional<String> by(CompiledRule rule) {
        int by = evaluation.by[rule.index];
        return by < 0 ? Optional.empty() : Optional.of(rules.get(by).key());
    }

    private List<String> missing(CompiledRule rule, Clause clause) {
        Set<String> missing = new TreeSet<>();
        Values values = evaluation.values;
        rule.regime.governs.missing(values, missing);
        rule.missing(clause, values, missing);
        int by = evaluation.by[rule.index];
        if (by >= 0) {
            rules.get(by).missing(values, missing);
        }
        if (missing.isEmpty()) {
            for (CompiledRegime.Label label : rule.regime.labels) {
                if (label.claimed().truth(values) == Condition.TRUE) {
                    label.readings().forEach(reading -> reading.when().missing(values, missing));
                }
            }
        }
        return List.copyOf(missing);
    }

    /**
     * Whether the verdict rests on a date that isn't fixed: no rule on fixed ground says as much, something was lifted or
     * softened by an exemption without a fixed date, or a rule was left out because of an end without one.
     */
    private boolean isProvisional(CompiledRegime regime, Verdict verdict) {
        if (verdict == Verdict.NOT_APPLICABLE) {
            return false;
        }
        boolean fixedGround = evaluation.governs[regime.index] == Condition.UNKNOWN;
        boolean saved = false;
        for (CompiledRule rule : regime.rules) {
            Clause clause = evaluation.clauses[rule.index];
            if (clause != null) {
                Verdict said = outcomeOf(rule).verdict();
                fixedGround |= said == verdict && !timeline.isUnfixed(clause);
                saved |= isSavedByUnfixed(rule);
            }
            saved |= endedByUnfixed(rule);
        }
        return !fixedGround || (saved && verdict != Verdict.VIOLATION);
    }

    private Outcome outcomeOf(CompiledRule rule) {
        Outcome outcome = Codes.outcome(evaluation.outcomes[rule.index]);
        return weak && outcome.verdict() == Verdict.COMPLIANT ? Outcome.NEEDS_REVIEW : outcome;
    }

    private boolean isSavedByUnfixed(CompiledRule rule) {
        int by = evaluation.by[rule.index];
        Clause clause = by < 0 ? null : evaluation.clauses[by];
        return clause != null && timeline.isUnfixed(clause);
    }

    private boolean endedByUnfixed(CompiledRule rule) {
        for (Clause clause : rule.clauses) {
            if (timeline.timing(clause) == Timeline.PAST && timeline.isUnfixed(clause)) {
                return true;
            }
        }
        return false;
    }
}
