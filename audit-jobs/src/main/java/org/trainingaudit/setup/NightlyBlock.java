package org.trainingaudit.setup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.ZoneId;
import java.util.Optional;

/** The block {@code audit.nightly} as written. */
record NightlyBlock(
        Optional<ZoneId> businessZone,
        Optional<@Min(1) @Max(10_000) Integer> chunkSize,
        Optional<@Min(1) @Max(256) Integer> partitions) {

    private static final String ZONE = "Asia/Tokyo";
    private static final int CHUNK = 500;
    private static final int PARTITIONS = 2;

    Settings.Nightly settings() {
        return new Settings.Nightly(
                businessZone.orElseGet(() -> ZoneId.of(ZONE)), chunkSize.orElse(CHUNK), partitions.orElse(PARTITIONS));
    }
}
