package org.trainingaudit.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.Sources;
import org.trainingaudit.detection.Detectors;
import org.trainingaudit.provider.Providers;
import org.trainingaudit.regime.Regimes;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.CollectSettings;
import org.trainingaudit.use.FactCatalogue;

/**
 * Everything that was configured, from one snapshot of the folder.
 *
 * @param files the snapshot
 * @param settings {@code application.yaml}
 * @param taxonomy {@code taxonomy.yaml}
 * @param facts {@code facts.yaml}
 * @param sources {@code sources.yaml}
 * @param detectors those with code and those of {@code detectors/}
 * @param regimes {@code regimes/}
 * @param collect {@code collect.yaml}
 * @param providers {@code providers.yaml}
 */
public record Configuration(
        ConfigFiles files,
        Settings settings,
        Taxonomy taxonomy,
        FactCatalogue facts,
        Sources sources,
        Detectors detectors,
        Regimes regimes,
        CollectSettings collect,
        Providers providers) {

    /** Loads all of it; what is wrong becomes a fault, and the rest is still loaded so that all faults are found at once. */
    public static Configuration load(Places places, Faults faults) {
        ConfigFiles files = ConfigFiles.read(places.config(), faults);
        faults.throwIfAny();
        Settings settings = Settings.load(files, faults);
        Taxonomy taxonomy = Taxonomy.load(files, faults);
        FactCatalogue facts = FactCatalogue.load(files, taxonomy, faults);
        Sources sources = Sources.load(files, faults);
        List<String> datasets = sources.datasets().stream().map(Dataset::id).toList();
        return new Configuration(
                files,
                settings,
                taxonomy,
                facts,
                sources,
                Detectors.load(files, taxonomy, faults),
                Regimes.load(files, taxonomy, facts, faults),
                CollectSettings.load(files, facts, datasets, faults),
                Providers.load(files, faults));
    }

    /** All datasets of all sources as they are now, by id; also those that can't be read, with the reason. */
    public Map<String, Dataset> datasets() {
        Map<String, Dataset> byId = new LinkedHashMap<>();
        sources.datasets().forEach(dataset -> byId.put(dataset.id(), dataset));
        return byId;
    }
}
