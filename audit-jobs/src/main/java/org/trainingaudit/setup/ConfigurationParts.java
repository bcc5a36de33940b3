package org.trainingaudit.setup;

import java.util.List;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.DatasetSettings;
import org.trainingaudit.dataset.Sources;
import org.trainingaudit.detection.Detectors;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.Checklists;
import org.trainingaudit.use.CollectSettings;
import org.trainingaudit.use.Collector;
import org.trainingaudit.use.FactCatalogue;

/**
 * Parts of the configuration, for commands that need no other: a fault in what isn't asked for is none of theirs. Each part is
 * given without a fault, or else every fault in it and in the taxonomy is thrown as a
 * {@link org.trainingaudit.config.ConfigurationException}.
 */
public final class ConfigurationParts {

    private static final String SOURCES = "sources.yaml";

    private final ConfigFiles files;
    private final Taxonomy taxonomy;
    private final Faults faults = new Faults();

    private ConfigurationParts(Places places) {
        this.files = ConfigFiles.read(places.config(), faults);
        faults.throwIfAny();
        this.taxonomy = Taxonomy.load(files, faults);
    }

    /** Reads the folder, and of what stands in it the taxonomy alone. */
    public static ConfigurationParts of(Places places) {
        return new ConfigurationParts(places);
    }

    /** The kinds of data of which the other parts speak. */
    public Taxonomy taxonomy() {
        return sound(taxonomy);
    }

    /** The detectors. */
    public Detectors detectors() {
        return sound(Detectors.load(files, taxonomy, faults));
    }

    /** The checklists of identifiers. */
    public Checklists checklists() {
        return sound(Checklists.load(files, taxonomy, faults));
    }

    /**
     * The collector. Without {@code sources.yaml} no name is one of our datasets, and without {@code collect.yaml} the usual
     * rules count.
     */
    public Collector collector() {
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

    private <T> T sound(T part) {
        faults.throwIfAny();
        return part;
    }
}
