package org.trainingaudit.regime;

import java.util.Locale;

/** How constants are written in files, reports and the trail. */
final class Written {

    private Written() {}

    /** {@code NEEDS_REVIEW} as {@code needs-review}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
