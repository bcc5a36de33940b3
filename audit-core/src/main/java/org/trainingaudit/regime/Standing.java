package org.trainingaudit.regime;

/** Whether a use may go on, mildest first: what a verdict comes to for whoever plans. */
public enum Standing {
    /** Nothing stands against it today: compliant, not yet applicable or not applicable. */
    LAWFUL,
    /** A person has to decide: needs-review. */
    UNCERTAIN,
    /** A violation. */
    UNLAWFUL;

    /** What that verdict comes to. */
    public static Standing of(Verdict verdict) {
        return switch (verdict) {
            case VIOLATION -> UNLAWFUL;
            case NEEDS_REVIEW -> UNCERTAIN;
            case NOT_YET_APPLICABLE, COMPLIANT, NOT_APPLICABLE -> LAWFUL;
        };
    }

    static Standing of(Outcome outcome) {
        return of(outcome.verdict());
    }

    boolean isWorseThan(Standing other) {
        return compareTo(other) > 0;
    }
}
