package org.trainingaudit.regime;

import org.trainingaudit.config.Written;

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
    public String word() {
        return Written.of(this);
    }
}
