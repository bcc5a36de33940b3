package org.trainingaudit.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * The moments that a cron expression means in a zone. The expression speaks of the clock on the wall. A time that the clock
 * skips when it is put forward comes at the first moment after; one that the clock shows twice when it is put back comes
 * the first time only. So a night is neither left out nor done twice.
 */
final class FireTimes {

    private final CronExpression cron;
    private final ZoneId zone;

    FireTimes(String cron, ZoneId zone) {
        this.cron = CronExpression.parse(cron);
        this.zone = zone;
    }

    /**
     * A moment and why it isn't the one on the wall, if it isn't.
     *
     * @param moved empty, or a sentence for whoever reads the schedule
     */
    record Fire(Instant at, String moved) {}

    /** The first one after a moment; empty where there is none any more. */
    Optional<Fire> next(Instant after) {
        // Begun a day early, because around a change the wall's time runs behind that of the moment.
        LocalDateTime wall = LocalDateTime.ofInstant(after, zone).minusDays(1);
        Optional<LocalDateTime> next = Optional.ofNullable(cron.next(wall));
        while (next.isPresent()) {
            Fire fire = fire(next.get());
            if (fire.at.isAfter(after)) {
                return Optional.of(fire);
            }
            next = Optional.ofNullable(cron.next(next.get()));
        }
        return Optional.empty();
    }

    private Fire fire(LocalDateTime wall) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition change = rules.getTransition(wall);
        if (change == null) {
            return new Fire(wall.toInstant(rules.getOffset(wall)), "");
        }
        return change.isGap()
                ? new Fire(change.getInstant(), "the clock is put forward over " + wall.toLocalTime() + " that day")
                : new Fire(
                        wall.toInstant(change.getOffsetBefore()), "the clock shows this time twice; the first counts");
    }
}
