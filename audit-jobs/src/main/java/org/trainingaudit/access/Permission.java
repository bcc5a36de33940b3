package org.trainingaudit.access;

import java.util.Locale;

/** One thing that can be allowed. */
public enum Permission {
    /** See pages and answers, download and verify. */
    READ,
    /** Start, stop, restart, recover and give up runs. */
    OPERATE,
    /** Hand over lineage events. */
    HAND_OVER,
    /** Vouch for facts. */
    ATTEST,
    /** Ask for waivers and decide on those of others. */
    WAIVE,
    /** Keep the accounts. */
    ADMINISTER;

    /** The word by which faces ask for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
