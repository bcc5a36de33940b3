package org.trainingaudit.trail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which year a log is of, and how the next year's log is called: the first log's name with the year behind it. */
final class LogYear {

    private static final Pattern NAMED = Pattern.compile("(.+)/([0-9]{4})");

    private LogYear() {}

    /** The year of the log with this first entry; the first log of all has none in its name and is of the year it began. */
    static int of(Entry opening) {
        Matcher named = NAMED.matcher(origin(opening));
        boolean follows = opening.body().path("prev").isObject();
        return Integer.parseInt(
                follows && named.matches() ? named.group(2) : opening.ts().substring(0, 4));
    }

    /** The name of the log that follows the one with this first entry. */
    static String nextOrigin(Entry opening, int year) {
        Matcher named = NAMED.matcher(origin(opening));
        boolean follows = opening.body().path("prev").isObject();
        return (follows && named.matches() ? named.group(1) : origin(opening)) + "/" + year;
    }

    /** Whether a log of this name is the one that was configured, or one of a later year. */
    static boolean isOf(String origin, String configured) {
        Matcher named = NAMED.matcher(origin);
        return origin.equals(configured) || (named.matches() && named.group(1).equals(configured));
    }

    static String origin(Entry opening) {
        return opening.body().path("origin").asString("");
    }
}
