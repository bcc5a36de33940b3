package org.trainingaudit.setup;

import java.time.Clock;
import java.util.Optional;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.config.Faults;

/**
 * One snapshot of the configuration folder with what its check came to.
 *
 * @param files the snapshot
 * @param configuration what was loaded from it, perhaps with faults; empty where nothing could be
 * @param check the check of exactly these files
 */
record CheckedSet(ConfigFiles files, Optional<Configuration> configuration, Check check) {

    static CheckedSet read(Places places, Clock clock) {
        Faults faults = new Faults();
        return of(ConfigFiles.read(places.config(), faults), faults, clock);
    }

    static CheckedSet of(ConfigFiles files, Faults faults, Clock clock) {
        if (!faults.isEmpty()) {
            return new CheckedSet(files, Optional.empty(), Check.nothing(faults));
        }
        try {
            Configuration configuration = Configuration.of(files, faults);
            return new CheckedSet(files, Optional.of(configuration), Check.of(configuration, faults, clock));
        } catch (ConfigurationException e) {
            e.faults().forEach(fault -> faults.add(fault.at(), fault.message()));
            return new CheckedSet(files, Optional.empty(), Check.nothing(faults));
        }
    }
}
