package org.trainingaudit.nightly;

import java.util.Locale;

/** Why a run takes place, which is the first part of its key. */
public enum RunKind {
    /** Started by the schedule, once a business date. */
    NIGHTLY,
    /** Started by a person, on the business date and with everything in it. */
    MANUAL,
    /** Another date, an assumed date of a law, or a part of the estate: says what would be, and changes nothing. */
    TRIAL;

    /** The word as it stands in keys and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
