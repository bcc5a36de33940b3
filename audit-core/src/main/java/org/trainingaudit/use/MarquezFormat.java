package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/**
 * What a Marquez server answers and exports: a page of events, of jobs or of datasets, and a graph of lineage.
 */
final class MarquezFormat implements CollectFormat {

    @Override
    public boolean recognises(Document document) {
        return document.first().filter(MarquezFormat::isAnswer).isPresent();
    }

    private static boolean isAnswer(Node root) {
        return Tree.items(root, "events").stream().anyMatch(OpenLineageFormat::isEvent)
                || Tree.items(root, "jobs").stream().anyMatch(MarquezFormat::hasId)
                || Tree.items(root, "datasets").stream().anyMatch(MarquezFormat::hasId)
                || Tree.items(root, "graph").stream()
                        .anyMatch(node -> Tree.at(node, "data").isPresent());
    }

    private static boolean hasId(Node node) {
        return Tree.at(node, "id", "namespace").isPresent();
    }

    @Override
    public Optional<Collected> read(Document document, CollectContext context, Observations seen, Faults faults) {
        return document.first().map(root -> new Reading(document, seen, faults).read(root));
    }

    /** One answer. */
    private static final class Reading {

        private final Document document;
        private final Observations seen;
        private final Faults faults;
        private final Set<Collected.Name> inputs = new LinkedHashSet<>();
        private final Set<Collected.Name> outputs = new LinkedHashSet<>();
        private final Set<Collected.Name> jobs = new LinkedHashSet<>();
        private final List<Collected.Described> datasets = new ArrayList<>();
        private int entries;

        Reading(Document document, Observations seen, Faults faults) {
            this.document = document;
            this.seen = seen;
            this.faults = faults;
        }

        Collected read(Node root) {
            List<Node> events = Tree.items(root, "events");
            if (!events.isEmpty()) {
                LineageEvents lineage = new LineageEvents(document, seen, faults);
                events.forEach(event -> {
                    lineage.count();
                    lineage.add(event);
                });
                return lineage.collected("marquez");
            }
            Tree.items(root, "jobs").forEach(this::job);
            Tree.items(root, "datasets").forEach(this::dataset);
            for (Node node : Tree.items(root, "graph")) {
                Tree.at(node, "data").ifPresent(data -> {
                    if (Tree.text(node, "type").filter("JOB"::equals).isPresent()) {
                        job(data);
                    } else {
                        dataset(data);
                    }
                });
            }
            return new Collected(
                    document.file().toString(),
                    "marquez",
                    entries,
                    jobs.size() == 1 ? jobs.stream().findFirst() : Optional.empty(),
                    List.copyOf(inputs),
                    List.copyOf(outputs),
                    0,
                    datasets,
                    List.of());
        }

        private void job(Node job) {
            entries++;
            name(job).ifPresent(name -> {
                jobs.add(name);
                Observations.Sighting sighting =
                        seen.job("marquez", name.id(), name.name().orElse(""), "", document.origin(job));
                Tree.text(job, "facets", "jobType", "jobType").ifPresent(sighting::type);
                for (Node tag : Tree.items(job, "facets", "tags", "tags")) {
                    Tree.text(tag, "key")
                            .ifPresent(key -> Tree.text(tag, "value").ifPresent(value -> sighting.tag(key, value)));
                }
                String run = Tree.text(job, "latestRun", "id").orElse("");
                each(job, "inputs", input -> sighting.reads(run, input), inputs);
                each(job, "outputs", sighting::writes, outputs);
                if (Tree.items(job, "inputs").isEmpty()) {
                    sighting.ran(run);
                }
            });
        }

        private static void each(Node job, String side, Consumer<String> each, Set<Collected.Name> all) {
            for (Node dataset : Tree.items(job, side)) {
                Collected.Name name = new Collected.Name(Tree.text(dataset, "namespace"), Tree.text(dataset, "name"));
                all.add(name);
                if (name.name().isPresent()) {
                    each.accept(name.id());
                }
            }
        }

        private void dataset(Node dataset) {
            entries++;
            name(dataset)
                    .ifPresent(name -> datasets.add(new Collected.Described(
                            name,
                            Optional.empty(),
                            Tree.items(dataset, "fields").stream()
                                    .flatMap(field -> Tree.text(field, "name").stream())
                                    .toList())));
        }

        private Optional<Collected.Name> name(Node node) {
            Optional<String> name = Tree.text(node, "id", "name");
            Optional<String> namespace = Tree.text(node, "id", "namespace");
            if (name.isEmpty() || namespace.isEmpty()) {
                faults.add(node.at(), "'id' must have 'namespace' and 'name'; an answer of Marquez has both");
            }
            return name.map(known -> new Collected.Name(namespace, name));
        }
    }
}
