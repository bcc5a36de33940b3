package org.trainingaudit.regime;

/** What a rule that applies and isn't met comes to. */
enum Unmet {
    VIOLATION,
    NEEDS_REVIEW
}
