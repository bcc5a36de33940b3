package org.trainingaudit.setup;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * The block {@code audit.schedule}: when {@code audit serve} starts the night by itself.
 *
 * @param nightly when, as a cron expression with seconds; empty where nothing starts by itself
 * @param zone in whose time the expression is meant; the business zone
 * @param catchUp for how long a missed night is still started late; after that it's recorded as missed
 */
public record ScheduleSettings(Optional<String> nightly, Optional<ZoneId> zone, Duration catchUp) {

    private static final Duration USUAL = Duration.ofHours(10);

    /** What it must be. */
    public ScheduleSettings {
        nightly.filter(cron -> !CronExpression.isValidExpression(cron)).ifPresent(cron -> {
            throw new IllegalArgumentException("audit.schedule: nightly '" + cron
                    + "' is no cron expression; expected six fields such as '0 0 2 * * *', second to day of week");
        });
    }

    static ScheduleSettings of(Optional<String> nightly, Optional<ZoneId> zone, Optional<Integer> catchUpHours) {
        return new ScheduleSettings(
                nightly, zone, catchUpHours.map(Duration::ofHours).orElse(USUAL));
    }
}
