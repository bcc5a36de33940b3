package org.trainingaudit.config;

import java.util.Locale;

/** How the constants of an enum are written in files, entries, reports and commands. */
public final class Written {

    private Written() {}

    /** {@code NEEDS_REVIEW} as {@code needs-review}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
