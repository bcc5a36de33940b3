package org.trainingaudit.trail;

import java.util.Optional;

/** Which year a log is of, and how the next year's log is called. */
final class LogYear {

    private static final int DIGITS = 4;

    private LogYear() {}

    /** The year of the log with this first entry; the first log of all has none in its name and is of the year it began. */
    static int of(Entry opening) {
        String origin = origin(opening);
        return Integer.parseInt(
                first(opening).isPresent()
                        ? origin.substring(origin.length() - DIGITS)
                        : opening.ts().substring(0, DIGITS));
    }

    /** The name of the log that follows the one with this first entry. */
    static String nextOrigin(Entry opening, int year) {
        return first(opening).orElse(origin(opening)) + "/" + year;
    }

    private static Optional<String> first(Entry opening) {
        return opening.body().path("prev").isObject() ? LogNames.first(origin(opening)) : Optional.empty();
    }

    static String origin(Entry opening) {
        return opening.body().path("origin").asString("");
    }
}
