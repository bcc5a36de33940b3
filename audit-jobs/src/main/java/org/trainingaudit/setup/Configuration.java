package org.trainingaudit.setup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.Source;
import org.trainingaudit.dataset.Sources;
import org.trainingaudit.detection.Detectors;
import org.trainingaudit.finding.FindingPolicy;
import org.trainingaudit.provider.Providers;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.Regimes;
import org.trainingaudit.report.Organisations;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.Checklists;
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
 * @param findings {@code findings.yaml}
 * @param collect {@code collect.yaml}
 * @param providers {@code providers.yaml}
 * @param checklists {@code checklists/}
 */
public record Configuration(
        ConfigFiles files,
        Settings settings,
        Taxonomy taxonomy,
        FactCatalogue facts,
        Sources sources,
        Detectors detectors,
        Regimes regimes,
        FindingPolicy findings,
        CollectSettings collect,
        Providers providers,
        Checklists checklists) {

    /** Loads all of it; what is wrong becomes a fault, and the rest is still loaded so that all faults are found at once. */
    public static Configuration load(Places places, Faults faults) {
        ConfigFiles files = ConfigFiles.read(places.config(), faults);
        faults.throwIfAny();
        return of(files, Optional.of(places.lineage()), faults);
    }

    /** Loads what a snapshot holds. */
    public static Configuration of(ConfigFiles files, Faults faults) {
        return of(files, Optional.empty(), faults);
    }

    private static Configuration of(ConfigFiles files, Optional<Path> intake, Faults faults) {
        Settings settings = Settings.load(files, faults);
        Taxonomy taxonomy = Taxonomy.load(files, faults);
        FactCatalogue facts = FactCatalogue.load(files, taxonomy, faults);
        Regimes regimes = Regimes.load(files, taxonomy, facts, faults);
        Sources sources = Sources.load(files, settings.dataset(), faults);
        Organisations.load(files, sources.all().stream().map(Source::id).toList(), faults);
        List<String> ids = regimes.all().stream().map(Regime::id).toList();
        List<String> datasets = sources.datasets().stream().map(Dataset::id).toList();
        CollectSettings collect = CollectSettings.load(files, facts, datasets, faults);
        settings.notice()
                .notAllowed(collect.hosts())
                .forEach(fault -> faults.add(Location.of("application.yaml"), fault));
        return new Configuration(
                files,
                settings,
                taxonomy,
                facts,
                sources,
                Detectors.load(files, taxonomy, faults),
                regimes,
                FindingPolicy.load(files, ids, taxonomy.ids(), faults),
                intake.map(collect::with).orElse(collect),
                Providers.load(files, faults),
                Checklists.load(files, taxonomy, faults));
    }

    /** The same for a process that leaves the database's tables as they are: it never reads the password of their owner. */
    public Configuration withoutDatabaseOwner() {
        return new Configuration(
                files,
                settings.withoutDatabaseOwner(),
                taxonomy,
                facts,
                sources,
                detectors,
                regimes,
                findings,
                collect,
                providers,
                checklists);
    }

    /** The hash of all its files, as the trail names it. */
    public String sha256() {
        return files.sha256();
    }

    /** All datasets of all sources as they are now, by id; also those that can't be read, with the reason. */
    public Map<String, Dataset> datasets() {
        Map<String, Dataset> byId = new LinkedHashMap<>();
        sources.datasets().forEach(dataset -> byId.put(dataset.id(), dataset));
        return byId;
    }
}
