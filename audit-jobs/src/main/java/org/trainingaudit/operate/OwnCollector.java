package org.trainingaudit.operate;

import java.util.List;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.DatasetSettings;
import org.trainingaudit.dataset.Sources;
import org.trainingaudit.setup.Places;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.CollectSettings;
import org.trainingaudit.use.Collector;
import org.trainingaudit.use.FactCatalogue;

/** The collector alone, for commands that need nothing else of the configuration. */
public final class OwnCollector {

    private static final String SOURCES = "sources.yaml";

    private OwnCollector() {}

    /**
     * Loads it. Without {@code sources.yaml} no name is one of our datasets, and without {@code collect.yaml} the usual
     * rules count.
     *
     * @throws org.trainingaudit.config.ConfigurationException with every fault in taxonomy, facts, sources and collect.yaml
     */
    public static Collector load(Places places) {
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.read(places.config(), faults);
        faults.throwIfAny();
        Taxonomy taxonomy = Taxonomy.load(files, faults);
        FactCatalogue facts = FactCatalogue.load(files, taxonomy, faults);
        List<String> datasets = files.file(SOURCES).isEmpty()
                ? List.of()
                : Sources.load(files, DatasetSettings.defaults(), faults).datasets().stream()
                        .map(Dataset::id)
                        .toList();
        CollectSettings settings = CollectSettings.load(files, facts, datasets, faults);
        faults.throwIfAny();
        return new Collector(facts, taxonomy, settings);
    }
}
