package org.trainingaudit.regime;

/** How sure the date of a step is. */
public enum Certainty {
    /** The date is law. */
    FIXED,
    /** An order will set it, not later than a stated day. */
    BY_ORDER,
    /** It hangs on another act and may move with it. */
    LINKED,
    /** Nobody can say. */
    UNKNOWN;

    /** As files write it. */
    public String key() {
        return Written.of(this);
    }
}
