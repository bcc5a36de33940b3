package org.trainingaudit.regime;

import org.trainingaudit.config.Written;

/** Whether a condition holds; unknown where a missing fact could decide it either way. */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    /** As explanations write it. */
    public String word() {
        return Written.of(this);
    }

    static Truth of(int ordinal) {
        return values()[ordinal];
    }
}
