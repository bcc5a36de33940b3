package org.trainingaudit.regime;

import org.trainingaudit.config.Written;

/** Why a person has to look at a rule's outcome. */
public enum Reason {
    /** Facts are missing; each is named. */
    MISSING_FACTS,
    /** The facts are there, and the law leaves the answer to judgement. */
    JUDGEMENT,
    /** The scan is too weak to be sure: it didn't read everything, or speaks against what is claimed. */
    WEAK_SCAN,
    /** The rule's wording hasn't been confirmed against the law's text. */
    UNCONFIRMED_LAW;

    /** As files, reports and the trail write it: {@code missing-facts}. */
    public String word() {
        return Written.of(this);
    }
}
