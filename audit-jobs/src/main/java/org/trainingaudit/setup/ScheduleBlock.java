package org.trainingaudit.setup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.ZoneId;
import java.util.Optional;

/** The block {@code audit.schedule} as written. */
record ScheduleBlock(
        Optional<String> nightly, Optional<ZoneId> zone, Optional<@Min(0) @Max(240) Integer> catchUpHours) {
    ScheduleSettings settings() {
        return ScheduleSettings.of(nightly, zone, catchUpHours);
    }
}
