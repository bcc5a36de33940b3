package org.trainingaudit.report;

import java.util.Locale;

/** Who started a run, and whether it counts. */
enum RunKind {
    /** Started by the schedule. */
    NIGHTLY,
    /** Started by a person, over everything, as of its business date. */
    MANUAL,
    /** Started by a person to try something; its verdicts are its own and count nowhere else. */
    TRIAL;

    /** The kind that a run's key begins with. */
    static RunKind ofKey(String run) {
        for (RunKind kind : values()) {
            if (run.startsWith(kind.word() + "/")) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "a run's key begins with nightly/, manual/ or trial/, but was '" + run + "'");
    }

    /** The word for it in keys and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
