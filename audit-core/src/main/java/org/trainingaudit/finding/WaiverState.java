package org.trainingaudit.finding;

import java.util.Locale;

/** How far a waiver has come; time and worse findings end an approved one without a change of this. */
public enum WaiverState {
    REQUESTED,
    APPROVED,
    REFUSED,
    WITHDRAWN;

    /** As the trail writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WaiverState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
