package org.trainingaudit.finding;

import java.util.Locale;

/** How much a finding weighs, mildest first. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** As files and the trail write it: {@code high}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Severity of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
