package org.trainingaudit.operate;

import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.detection.Detectors;
import org.trainingaudit.setup.Places;
import org.trainingaudit.taxonomy.Taxonomy;

/** The detectors alone, for commands that need nothing else of the configuration. */
public final class OwnDetectors {

    private OwnDetectors() {}

    /**
     * Loads them.
     *
     * @throws org.trainingaudit.config.ConfigurationException with every fault in taxonomy and detectors
     */
    public static Detectors load(Places places) {
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.read(places.config(), faults);
        faults.throwIfAny();
        Detectors detectors = Detectors.load(files, Taxonomy.load(files, faults), faults);
        faults.throwIfAny();
        return detectors;
    }
}
