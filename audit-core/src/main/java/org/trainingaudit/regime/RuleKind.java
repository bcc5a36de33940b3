package org.trainingaudit.regime;

import org.trainingaudit.config.Written;

/** What a rule does. */
public enum RuleKind {
    /** Something must be done. */
    DUTY,
    /** Something must not be done. */
    PROHIBITION,
    /** Lifts or softens other rules. */
    EXEMPTION,
    /** Worth a look; never worse than needs-review. */
    WATCH;

    /** As files write it. */
    public String word() {
        return Written.of(this);
    }
}
