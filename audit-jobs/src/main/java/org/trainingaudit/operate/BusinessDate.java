package org.trainingaudit.operate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.setup.Configuration;

/** The business date: the day to which what happens now belongs, in the zone that the configuration names. */
@Component
public class BusinessDate {

    private final Configuration setup;
    private final Clock clock;

    BusinessDate(Configuration setup, Clock clock) {
        this.setup = setup;
        this.clock = clock;
    }

    /** It now. */
    public LocalDate today() {
        return setup.settings().nightly().today(clock);
    }

    /** It now, for commands that run without a database. */
    public static LocalDate in(Configuration configuration) {
        return configuration.settings().nightly().today(Clock.systemUTC());
    }

    /**
     * The day up to which knowledge counts, where that leaves anything out: from today on everything that is known counts.
     */
    public static Optional<LocalDate> lookBack(Optional<LocalDate> knownAt, Configuration configuration) {
        return knownAt.filter(in(configuration)::isAfter);
    }
}
