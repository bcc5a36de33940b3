package org.trainingaudit.use;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;

/**
 * Where uses are seen and how they are read, as {@code config/collect.yaml} has it. Without that file no document is read in
 * a night, and the usual training rules count.
 *
 * @param documents the documents that a night reads: files, or all files of a folder
 * @param trackers servers and stores that a night asks
 * @param hosts the hosts that may be asked, in lower case; no other is
 * @param watched ids of the sources of which each training would be seen in the documents; a declared use of one that isn't
 *     seen is reported
 * @param scanResults what other scanners found in our datasets
 * @param rules what tells of training
 * @param tells what else tags tell
 * @param identity which of our datasets a tool's name means
 * @param intake the folder of what tools sent, which need not be there
 */
public record CollectSettings(
        List<Text> documents,
        List<Tracker> trackers,
        Set<String> hosts,
        Set<String> watched,
        List<ScanResultFile> scanResults,
        TrainingRules rules,
        Tells tells,
        Identity identity,
        Optional<Path> intake) {

    private static final String FILE = "collect.yaml";

    public CollectSettings {
        documents = List.copyOf(documents);
        trackers = List.copyOf(trackers);
        hosts = Set.copyOf(hosts);
        watched = Set.copyOf(watched);
        scanResults = List.copyOf(scanResults);
    }

    /** The file as written. */
    private record Written(
            List<Text> documents,
            List<Tracker> trackers,
            Set<String> hosts,
            List<Text> watched,
            List<ScanResultFile> scanResults,
            Optional<Node> training,
            Optional<Node> tells,
            Optional<Node> identity) {}

    /**
     * The file's settings; what is wrong in it becomes a fault.
     *
     * @param datasets the ids of all datasets of all sources
     */
    public static CollectSettings load(
            ConfigFiles files, FactCatalogue catalogue, Collection<String> datasets, Faults faults) {
        Written written = files.file(FILE)
                .flatMap(file -> file.parse(faults))
                .flatMap(node -> Binder.camelCase(faults).bind(node, Written.class))
                .orElse(new Written(
                        List.of(),
                        List.of(),
                        Set.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return new CollectSettings(
                written.documents(),
                written.trackers(),
                Set.copyOf(written.hosts().stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .toList()),
                Set.copyOf(written.watched().stream().map(Text::value).toList()),
                written.scanResults(),
                written.training()
                        .map(rules -> TrainingRules.of(rules, catalogue, faults))
                        .orElseGet(TrainingRules::defaults),
                written.tells().map(rules -> Tells.of(rules, faults)).orElse(Tells.NONE),
                Identity.of(written.identity(), datasets, faults),
                Optional.empty());
    }

    /** The same with a folder in which {@link LineageIntake} keeps what tools send. */
    public CollectSettings with(Path folder) {
        return new CollectSettings(
                documents, trackers, hosts, watched, scanResults, rules, tells, identity, Optional.of(folder));
    }

    /** What counts where nothing is configured. */
    public static CollectSettings defaults() {
        return new CollectSettings(
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                List.of(),
                TrainingRules.defaults(),
                Tells.NONE,
                Identity.NONE,
                Optional.empty());
    }
}
