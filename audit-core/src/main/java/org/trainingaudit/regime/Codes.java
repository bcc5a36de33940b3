package org.trainingaudit.regime;

/** Outcomes as bytes while a use is judged, the worse the greater; 0 is a rule that has nothing to say. */
final class Codes {

    /** The rule's regime is faulty or refused. */
    static final byte UNJUDGED = -1;

    static final byte NONE = 0;
    static final byte NOT_APPLICABLE = 1;
    static final byte SATISFIED = 2;
    static final byte EXEMPT = 3;
    static final byte NOT_YET = 4;
    static final byte REVIEW = 5;
    static final byte BREACHED = 6;

    private static final Outcome[] OUTCOMES = Outcome.values();

    private Codes() {}

    static Outcome outcome(byte code) {
        return OUTCOMES[code - 1];
    }
}
