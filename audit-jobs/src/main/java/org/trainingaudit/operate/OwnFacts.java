package org.trainingaudit.operate;

import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.setup.Places;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.FactCatalogue;

/** The catalogue of facts alone, for commands that need nothing else of the configuration. */
final class OwnFacts {

    private OwnFacts() {}

    /**
     * Loads it.
     *
     * @throws org.trainingaudit.config.ConfigurationException with every fault in taxonomy and facts
     */
    public static FactCatalogue load(Places places) {
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.read(places.config(), faults);
        faults.throwIfAny();
        FactCatalogue facts = FactCatalogue.load(files, Taxonomy.load(files, faults), faults);
        faults.throwIfAny();
        return facts;
    }
}
