package org.trainingaudit.schedule;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Faulty while the configuration folder has faults; asked for under an address of its own. The program serves all the same, by
 * the last good set, so whether it's up and ready doesn't turn on it.
 */
@Component("folderHealthIndicator")
class ConfigurationHealth implements HealthIndicator {

    private final ConfigurationWatch watch;

    ConfigurationHealth(ConfigurationWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return watch.refused().isPresent()
                ? Health.status("FAULTY").build()
                : Health.up().build();
    }
}
