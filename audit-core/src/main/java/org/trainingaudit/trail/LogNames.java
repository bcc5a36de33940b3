package org.trainingaudit.trail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the logs of one line are called: the first has a name of its own, each later one has its year behind it. */
final class LogNames {

    private static final Pattern NAMED = Pattern.compile("(.+)/([0-9]{4})");

    private LogNames() {}

    /** The name before the year, where there is a year. */
    static Optional<String> first(String origin) {
        Matcher named = NAMED.matcher(origin);
        return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
    }

    /** Whether a log of this name is the first one, or one of a later year of the same line. */
    static boolean isOf(String origin, String first) {
        return origin.equals(first) || first(origin).filter(first::equals).isPresent();
    }
}
