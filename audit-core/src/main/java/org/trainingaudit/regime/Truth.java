package org.trainingaudit.regime;

/** Whether a condition holds; unknown where a missing fact could decide it either way. */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    /** As explanations write it. */
    public String key() {
        return Written.of(this);
    }

    static Truth of(int ordinal) {
        return values()[ordinal];
    }
}
