package org.trainingaudit.cli;

import java.util.Locale;

/** How a command prints its results. */
enum OutputFormat {
    TABLE,
    CSV,
    JSON;

    /** As it is typed, and as help shows it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
