package org.trainingaudit.operate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.trainingaudit.setup.Configuration;

/** The business date for commands that run without a database. */
public final class Today {

    private Today() {}

    /**
     * The day up to which knowledge counts, where that leaves anything out: from today on everything that is known counts.
     */
    public static Optional<LocalDate> lookBack(Optional<LocalDate> knownAt, Configuration configuration) {
        return knownAt.filter(in(configuration)::isAfter);
    }

    /** The date now in the zone that the configuration names. */
    public static LocalDate in(Configuration configuration) {
        return LocalDate.ofInstant(
                Clock.systemUTC().instant(), configuration.settings().nightly().businessZone());
    }
}
