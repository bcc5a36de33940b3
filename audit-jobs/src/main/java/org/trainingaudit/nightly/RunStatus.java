package org.trainingaudit.nightly;

import java.util.Locale;

/** Where a run stands; {@code OPEN} until its reports are out or it is given up. */
public enum RunStatus {
    OPEN,
    /** Everything was read and judged. */
    COMPLETE,
    /** Published, but a dataset could not be read or a regime not judged. */
    INCOMPLETE,
    /** Given up by an operator; a new run takes its place. */
    ABANDONED;

    /** The word in answers, pages and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
