package org.trainingaudit.regime;

/** What becomes of a breach, or of an exemption, whose rule wasn't confirmed against the law's text. */
public enum Unconfirmed {
    /** It becomes needs-review with reason unconfirmed-law; the default. */
    CAP,
    /** It counts like any other. */
    COUNT
}
