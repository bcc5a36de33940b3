package org.trainingaudit.use;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;
import org.trainingaudit.hash.Sha256;

/**
 * Gathers what events of one document tell. Doubled, late and out-of-order events change nothing: everything is kept by
 * name, and a run that failed has read its inputs all the same.
 */
final class LineageEvents {

    private static final List<String> SIDES = List.of("inputs", "outputs");

    private final Path file;
    private final FactCatalogue catalogue;
    private final Faults faults;
    private final Map<String, Set<Collected.Name>> sides =
            Map.of("inputs", new LinkedHashSet<>(), "outputs", new LinkedHashSet<>());
    private final Set<Collected.Name> jobs = new LinkedHashSet<>();
    private final Set<String> edges = new HashSet<>();
    private final Map<Collected.Name, Set<String>> fields = new LinkedHashMap<>();
    private final Map<String, Use> uses = new LinkedHashMap<>();
    private final Set<String> runsWithInputs = new HashSet<>();
    private final Map<String, Runnable> runsWithoutInputs = new LinkedHashMap<>();
    private int events;

    LineageEvents(Path file, FactCatalogue catalogue, Faults faults) {
        this.file = file;
        this.catalogue = catalogue;
        this.faults = faults;
    }

    void count() {
        events++;
    }

    void add(Node event) {
        checkRequired(event);
        Tree.at(event, "job").ifPresent(job -> jobs.add(name(job)));
        Tree.at(event, "dataset").ifPresent(this::describe);
        for (String side : SIDES) {
            for (Node dataset : Tree.items(event, side)) {
                sides.getOrDefault(side, Set.of()).add(name(dataset));
                describe(dataset);
            }
        }
        TrainingRules.activity(event).ifPresent(activity -> uses(event, activity));
    }

    private void checkRequired(Node event) {
        require(event, "eventTime");
        require(event, "producer");
        require(event, "schemaURL");
        Tree.at(event, "run").ifPresent(run -> require(run, "runId"));
        if (Tree.at(event, "eventType").isPresent() && Tree.at(event, "run").isEmpty()) {
            faults.add(event.at(), "the event of a run has no 'run'; OpenLineage requires it");
        }
        Tree.at(event, "job").ifPresent(this::requireNames);
        Tree.at(event, "dataset").ifPresent(this::requireNames);
        SIDES.forEach(side -> Tree.items(event, side).forEach(this::requireNames));
        if (Tree.at(event, "job").isEmpty() && Tree.at(event, "dataset").isEmpty()) {
            faults.add(event.at(), "the event names neither a job nor a dataset");
        }
    }

    private void requireNames(Node node) {
        require(node, "namespace");
        require(node, "name");
    }

    private void require(Node node, String name) {
        if (Tree.text(node, name).isEmpty()) {
            faults.add(node.at(), "'" + name + "' is missing or no text; OpenLineage requires it");
        }
    }

    private static Collected.Name name(Node node) {
        return new Collected.Name(Tree.text(node, "namespace"), Tree.text(node, "name"));
    }

    private void describe(Node dataset) {
        Collected.Name name = name(dataset);
        Set<String> columns = fields.computeIfAbsent(name, unseen -> new LinkedHashSet<>());
        Tree.items(dataset, "facets", "schema", "fields")
                .forEach(field -> Tree.text(field, "name").ifPresent(columns::add));
        for (Node.Field column : Tree.fields(dataset, "facets", "columnLineage", "fields")) {
            for (Node source : Tree.items(column.value(), "inputFields")) {
                edges.add(String.join(
                        "\n",
                        name.id(),
                        column.name(),
                        name(source).id(),
                        Tree.text(source, "field").orElse("")));
            }
        }
    }

    /** One use for each input; a run whose inputs nobody recorded, in no event, uses an unknown dataset and not none. */
    private void uses(Node event, String activity) {
        String training = Tree.at(event, "job").map(job -> name(job).id()).orElse("");
        String run = training + "\n" + activity + "\n"
                + Tree.text(event, "run", "runId").orElse("");
        Set<String> inputs = new LinkedHashSet<>();
        Tree.items(event, "inputs")
                .forEach(input -> inputs.add(
                        Tree.text(input, "name").isEmpty() ? "" : name(input).id()));
        if (inputs.isEmpty()) {
            runsWithoutInputs.putIfAbsent(run, () -> use(event, "", training, activity));
        } else {
            runsWithInputs.add(run);
            inputs.forEach(dataset -> use(event, dataset, training, activity));
        }
    }

    private void use(Node event, String dataset, String training, String activity) {
        String id = "seen-"
                + Sha256.hex(dataset + "\n" + training + "\n" + activity).substring(0, 16);
        String origin = "lineage:" + file.getFileName() + ":" + event.at().line();
        List<Fact> facts = new ArrayList<>();
        if (catalogue.find("activity").isPresent()) {
            facts.add(Fact.of("activity", FactValue.Members.of(List.of(activity)), origin));
        }
        uses.putIfAbsent(
                id,
                new Use(
                        id,
                        UseMaker.safe(dataset),
                        UseMaker.safe(training),
                        UseState.OBSERVED,
                        Facts.of(facts),
                        origin));
    }

    Collected collected() {
        runsWithoutInputs.keySet().removeAll(runsWithInputs);
        runsWithoutInputs.values().forEach(Runnable::run);
        List<Collected.Described> datasets = new ArrayList<>();
        fields.forEach(
                (name, columns) -> datasets.add(new Collected.Described(name, Optional.empty(), List.copyOf(columns))));
        return new Collected(
                file.toString(),
                "openlineage",
                events,
                jobs.size() == 1 ? Optional.of(jobs.iterator().next()) : Optional.empty(),
                List.copyOf(sides.getOrDefault("inputs", Set.of())),
                List.copyOf(sides.getOrDefault("outputs", Set.of())),
                edges.size(),
                datasets,
                List.copyOf(uses.values()));
    }
}
