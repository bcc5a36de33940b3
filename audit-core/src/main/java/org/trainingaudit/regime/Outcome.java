package org.trainingaudit.regime;

import org.trainingaudit.config.Written;

/** What one rule says of one use, mildest first. */
public enum Outcome {
    /** The rule doesn't concern the use. */
    NOT_APPLICABLE,
    /** What the rule asks for is there. */
    SATISFIED,
    /** An exemption lifts the rule, which would else be breached or under review. */
    EXEMPT,
    /** The rule isn't met, and only its start lies ahead. */
    NOT_YET_APPLICABLE,
    /** A person has to decide, for the {@link Reason} given. */
    NEEDS_REVIEW,
    /** The rule applies and isn't met. */
    BREACHED;

    /** As files, reports and the trail write it: {@code not-yet-applicable}. */
    public String word() {
        return Written.of(this);
    }

    /** Whether it weighs at least as much as the other; a met rule and a lifted one weigh the same. */
    public boolean isAtLeast(Outcome other) {
        return weighed().compareTo(other.weighed()) >= 0;
    }

    private Outcome weighed() {
        return this == EXEMPT ? SATISFIED : this;
    }

    Verdict verdict() {
        return switch (this) {
            case BREACHED -> Verdict.VIOLATION;
            case NEEDS_REVIEW -> Verdict.NEEDS_REVIEW;
            case NOT_YET_APPLICABLE -> Verdict.NOT_YET_APPLICABLE;
            case SATISFIED, EXEMPT -> Verdict.COMPLIANT;
            case NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
        };
    }
}
