package org.trainingaudit.regime;

import java.util.Arrays;
import java.util.List;

/**
 * Settles every rule for one use, in an order in which each rule comes after those it reads. It's the inner loop of a
 * night: it writes codes into arrays and builds nothing else.
 */
final class Evaluation {

    private final Timeline timeline;
    private final Plan plan;
    private final DemandTable.Answers answers;
    private final boolean tabled;
    private final boolean capped;
    private final boolean weak;
    final Values values;
    final byte[] outcomes;
    /** Why a rule is under review; says nothing where it isn't. */
    final Reason[] reasons;
    /** The exemption that lifted or softened a rule; -1 where none did. */
    final int[] by;
    /** The version that gave a rule's outcome. */
    final Clause[] clauses;

    final int[] governs;
    private final byte[] labels;
    private final boolean[] inScope;

    private Reason why = Reason.JUDGEMENT;

    /**
     * An evaluation of which the scope of some regimes is settled; the others have nothing to say.
     *
     * @param all how many regimes there are
     * @param tabled whether to ask the table, which pays for itself where all rules are asked for
     */
    Evaluation(
            List<CompiledRegime> regimes,
            int all,
            int rules,
            Timeline timeline,
            Plan plan,
            boolean capped,
            boolean weak,
            Values values,
            boolean tabled) {
        this.timeline = timeline;
        this.plan = plan;
        this.capped = capped;
        this.weak = weak;
        this.values = values;
        this.answers = tabled ? plan.answers(values) : DemandTable.Answers.NONE;
        this.tabled = tabled;
        this.outcomes = values.outcomes;
        this.reasons = new Reason[rules];
        this.by = new int[rules];
        this.clauses = plan.simpleClauses();
        Arrays.fill(by, -1);
        Scoping scoping = new Scoping(timeline, values, weak, all);
        regimes.forEach(scoping::settle);
        this.governs = scoping.governs;
        this.labels = scoping.labels;
        this.inScope = scoping.inScope;
    }

    /** Whether the regime has anything to say of the use. */
    boolean isInScope(CompiledRegime regime) {
        return inScope[regime.index];
    }

    /** Settles every rule. */
    Evaluation run() {
        for (Plan.Law law : plan.inOrder()) {
            if (!inScope[law.regime]) {
                continue;
            }
            if (law.simple) {
                settle(law);
            } else {
                settle(law.rule);
            }
        }
        return this;
    }

    /** Settles some rules, each after those that it rests on. */
    Evaluation run(List<CompiledRule> some) {
        for (CompiledRule rule : some) {
            if (inScope[rule.regime.index]) {
                settle(rule);
            }
        }
        return this;
    }

    /** The common case; which version it is, is known beforehand. */
    private void settle(Plan.Law law) {
        byte outcome = outcome(law.rule, law);
        outcomes[law.index] = outcome;
        if (outcome == Codes.REVIEW) {
            reasons[law.index] = why;
        }
    }

    private void settle(CompiledRule rule) {
        byte worst = Codes.NONE;
        for (Plan.Law law : plan.of(rule)) {
            byte outcome = outcome(rule, law);
            int lifter = -1;
            if (!rule.exemptedBy.isEmpty()) {
                byte before = outcome;
                lifter = lifter(rule, outcome);
                outcome = lifter < 0 ? outcome : lifted(rule.exemptedBy.get(lifter), before);
            }
            if (law.ahead) {
                outcome = ahead(rule, outcome);
            }
            if (outcome > worst) {
                worst = outcome;
                outcomes[rule.index] = outcome;
                reasons[rule.index] = why;
                by[rule.index] = lifter < 0 ? -1 : rule.exemptedBy.get(lifter).index;
                clauses[rule.index] = law.clause;
            }
        }
    }

    /** A duty that isn't met before its start is worth telling; all else about the future isn't. */
    private static byte ahead(CompiledRule rule, byte outcome) {
        boolean unmet = outcome >= Codes.REVIEW;
        return unmet && (rule.kind == RuleKind.DUTY || rule.kind == RuleKind.PROHIBITION) ? Codes.NOT_YET : Codes.NONE;
    }

    private byte outcome(CompiledRule rule, Plan.Law law) {
        int applies = Math.min(governs[law.regime], applies(law));
        if (applies == Condition.FALSE) {
            return Codes.NOT_APPLICABLE;
        }
        int required = truth(law.requires, law.clause.requires());
        if (law.exemption) {
            return exemption(rule, law, Math.min(applies, truth(law.tried, law.clause.tried())), required);
        }
        if (required == Condition.TRUE) {
            return Codes.SATISFIED;
        }
        if (applies == Condition.UNKNOWN || required == Condition.UNKNOWN) {
            return review(Reason.MISSING_FACTS);
        }
        return unmet(rule, law);
    }

    /** What a weak scan didn't find may still be there, and so a rule may concern the use; an exemption gains nothing. */
    private int applies(Plan.Law law) {
        if (!weak || law.exemption) {
            return truth(law.applies, law.clause.applies());
        }
        values.weak = true;
        int truth = law.clause.applies().truth(values);
        values.weak = false;
        return truth;
    }

    private int truth(int place, Condition condition) {
        return tabled ? Plan.truth(place, condition, answers, values) : condition.truth(values);
    }

    private byte exemption(CompiledRule rule, Plan.Law law, int tried, int required) {
        if (tried == Condition.FALSE) {
            return Codes.NOT_APPLICABLE;
        }
        if (tried == Condition.TRUE && required == Condition.TRUE) {
            return Codes.SATISFIED;
        }
        if (required == Condition.FALSE) {
            int softened = truth(law.reviewIf, law.clause.reviewIf());
            if (law.clause.unmet().isEmpty() && softened == Condition.FALSE) {
                return Codes.NOT_APPLICABLE;
            }
            if (tried == Condition.TRUE && law.clause.unmet().isPresent()) {
                return unmet(rule, law);
            }
            if (tried == Condition.TRUE) {
                return review(softened == Condition.TRUE ? Reason.JUDGEMENT : Reason.MISSING_FACTS);
            }
        }
        return review(Reason.MISSING_FACTS);
    }

    private byte unmet(CompiledRule rule, Plan.Law law) {
        if (law.mild) {
            return review(Reason.JUDGEMENT);
        }
        int softened = truth(law.reviewIf, law.clause.reviewIf());
        if (softened != Condition.FALSE) {
            return review(softened == Condition.TRUE ? Reason.JUDGEMENT : Reason.MISSING_FACTS);
        }
        byte label = labels[law.regime];
        if (label != CompiledRegime.NO_EFFECT) {
            return review(label == CompiledRegime.OPEN ? Reason.JUDGEMENT : Reason.MISSING_FACTS);
        }
        return capped && !rule.confirmed ? review(Reason.UNCONFIRMED_LAW) : Codes.BREACHED;
    }

    private byte review(Reason reason) {
        why = reason;
        return Codes.REVIEW;
    }

    /** The exemption that makes the rule's outcome mildest; -1 where none changes it. */
    private int lifter(CompiledRule rule, byte outcome) {
        Reason reason = why;
        byte best = outcome;
        int lifter = -1;
        for (int i = 0; i < rule.exemptedBy.size(); i++) {
            CompiledRule exemption = rule.exemptedBy.get(i);
            if (reaches(exemption, rule)) {
                byte lifted = lifted(exemption, outcome);
                if (lifted < best) {
                    best = lifted;
                    lifter = i;
                    reason = why;
                }
            }
        }
        why = reason;
        return lifter;
    }

    /** A preview's exemption shows what it would lift in its own regime, and touches no other. */
    private boolean reaches(CompiledRule exemption, CompiledRule rule) {
        Clause clause = clauses[exemption.index];
        return clause != null && (exemption.regime == rule.regime || timeline.timing(clause) == Timeline.ACTIVE);
    }

    private byte lifted(CompiledRule exemption, byte outcome) {
        byte met = outcomes[exemption.index];
        if (met == Codes.SATISFIED && capped && !exemption.confirmed && exemption.effect != Effect.REVIEW) {
            return outcome == Codes.BREACHED ? review(Reason.UNCONFIRMED_LAW) : outcome;
        }
        if (met == Codes.SATISFIED) {
            return lifted(exemption.effect, outcome);
        }
        if (met == Codes.REVIEW && outcome == Codes.BREACHED) {
            why = reasons[exemption.index];
            return Codes.REVIEW;
        }
        return outcome;
    }

    private byte lifted(Effect effect, byte outcome) {
        return switch (effect) {
            case OUT_OF_SCOPE -> Codes.NOT_APPLICABLE;
            case EXEMPT -> outcome >= Codes.REVIEW ? Codes.EXEMPT : outcome;
            case REVIEW -> outcome == Codes.BREACHED ? review(Reason.JUDGEMENT) : outcome;
        };
    }

    /** Whether a met exemption takes the use out of the whole regime. */
    boolean isTakenOut(CompiledRegime regime) {
        for (CompiledRule rule : regime.rules) {
            if (rule.exemptsAll
                    && rule.effect == Effect.OUT_OF_SCOPE
                    && outcomes[rule.index] == Codes.SATISFIED
                    && (rule.confirmed || !capped)) {
                return true;
            }
        }
        return false;
    }
}
