package org.trainingaudit.operate;

import java.util.Locale;

/** Where a run stands, as somebody who watches it wants to know. */
public enum RunState {
    /** It is on, in this process or another that shares the database. */
    RUNNING,
    /** An operator stopped it; it can be restarted. */
    STOPPED,
    /** A step failed; it can be restarted. */
    FAILED,
    /** Its process ended without a word; it can be restarted. */
    INTERRUPTED,
    /** Everything was read and judged, and its reports are out; single rows may have been rejected. */
    COMPLETE,
    /**
     * Its reports are out, but a dataset, a register or a document was not read to its end, a detector doesn't find its own
     * example, or a regime was not judged.
     */
    INCOMPLETE,
    /** Given up; what it has recorded stays. */
    ABANDONED;

    /** The word in answers and pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be gone on with. */
    public boolean canRestart() {
        return this == STOPPED || this == FAILED || this == INTERRUPTED;
    }
}
