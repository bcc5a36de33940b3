package org.trainingaudit.report;

import org.trainingaudit.config.Written;

/** What one regime says of one use, worst first. */
enum Verdict {
    VIOLATION,
    NEEDS_REVIEW,
    NOT_YET_APPLICABLE,
    COMPLIANT,
    NOT_APPLICABLE;

    /** The verdict of that word; a word we don't know is for a person to look at. */
    static Verdict of(String word) {
        for (Verdict verdict : values()) {
            if (verdict.word().equals(word)) {
                return verdict;
            }
        }
        return NEEDS_REVIEW;
    }

    /** The word for it in entries and reports. */
    String word() {
        return Written.of(this);
    }
}
