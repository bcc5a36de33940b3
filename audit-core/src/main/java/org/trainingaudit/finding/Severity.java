package org.trainingaudit.finding;

import java.util.Locale;
import org.trainingaudit.config.Written;

/** How much a finding weighs, mildest first. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** As files and the trail write it: {@code high}. */
    public String word() {
        return Written.of(this);
    }

    static Severity of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
