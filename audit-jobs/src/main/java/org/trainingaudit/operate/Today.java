package org.trainingaudit.operate;

import java.time.Clock;
import java.time.LocalDate;
import org.trainingaudit.setup.Configuration;

/** The business date for commands that run without a database. */
public final class Today {

    private Today() {}

    /** The date now in the zone that the configuration names. */
    public static LocalDate in(Configuration configuration) {
        return LocalDate.ofInstant(
                Clock.systemUTC().instant(), configuration.settings().nightly().businessZone());
    }
}
