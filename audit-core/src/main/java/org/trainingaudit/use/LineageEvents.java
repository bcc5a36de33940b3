package org.trainingaudit.use;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/** Gathers what events of one document tell, and hands what was seen of jobs and datasets to the observations. */
final class LineageEvents {

    private static final List<String> SIDES = List.of("inputs", "outputs");
    private static final int DATE = 10;

    private final String shown;
    private final Function<Node, String> origin;
    private final Observations seen;
    private final Faults faults;
    private final Map<String, Set<Collected.Name>> sides =
            Map.of("inputs", new LinkedHashSet<>(), "outputs", new LinkedHashSet<>());
    private final Set<Collected.Name> jobs = new LinkedHashSet<>();
    private final Map<Collected.Name, Dataset> datasets = new LinkedHashMap<>();
    private int events;

    /** What this document says of a dataset. */
    private static final class Dataset {
        private final Set<String> fields = new LinkedHashSet<>();
        private final Set<String> owners = new LinkedHashSet<>();
        private final Set<String> versions = new LinkedHashSet<>();
        private Optional<String> type = Optional.empty();
    }

    private int columnEdges;

    LineageEvents(Document document, Observations seen, Faults faults) {
        this(document.file().toString(), document::origin, seen, faults);
    }

    /**
     * Events of any other place.
     *
     * @param shown the name of the place
     * @param origin where an event stands, as the origin of what follows from it
     */
    LineageEvents(String shown, Function<Node, String> origin, Observations seen, Faults faults) {
        this.shown = shown;
        this.origin = origin;
        this.seen = seen;
        this.faults = faults;
        this.columnEdges = -seen.graph().columnFlows();
    }

    void count() {
        events++;
    }

    void add(Node event) {
        checkRequired(event, faults);
        Tree.at(event, "job").ifPresent(job -> jobs.add(name(job)));
        Tree.at(event, "dataset").ifPresent(this::describe);
        for (String side : SIDES) {
            for (Node dataset : Tree.items(event, side)) {
                sides.getOrDefault(side, Set.of()).add(name(dataset));
                describe(dataset);
            }
        }
        if (Tree.at(event, "job").isPresent() || Tree.at(event, "run").isPresent()) {
            job(event);
        }
    }

    /** Tells what OpenLineage requires of an event and isn't there. */
    static void checkRequired(Node event, Faults faults) {
        require(event, "eventTime", faults);
        require(event, "producer", faults);
        require(event, "schemaURL", faults);
        Tree.at(event, "run").ifPresent(run -> require(run, "runId", faults));
        if (Tree.at(event, "eventType").isPresent() && Tree.at(event, "run").isEmpty()) {
            faults.add(event.at(), "the event of a run has no 'run'; OpenLineage requires it");
        }
        Tree.at(event, "job").ifPresent(node -> requireNames(node, faults));
        Tree.at(event, "dataset").ifPresent(node -> requireNames(node, faults));
        SIDES.forEach(side -> Tree.items(event, side).forEach(node -> requireNames(node, faults)));
        if (Tree.at(event, "job").isEmpty() && Tree.at(event, "dataset").isEmpty()) {
            faults.add(event.at(), "the event names neither a job nor a dataset");
        }
    }

    private static void requireNames(Node node, Faults faults) {
        require(node, "namespace", faults);
        require(node, "name", faults);
    }

    private static void require(Node node, String name, Faults faults) {
        if (Tree.text(node, name).isEmpty()) {
            faults.add(node.at(), "'" + name + "' is missing or no text; OpenLineage requires it");
        }
    }

    private static Collected.Name name(Node node) {
        return new Collected.Name(Tree.text(node, "namespace"), Tree.text(node, "name"));
    }

    /** What is told of a dataset by itself, whoever reads or writes it. */
    private void describe(Node dataset) {
        Collected.Name name = name(dataset);
        Dataset described = datasets.computeIfAbsent(name, unseen -> new Dataset());
        Optional<Node> facets = Tree.at(dataset, "facets");
        if (facets.isEmpty()) {
            return;
        }
        Tree.items(facets.get(), "schema", "fields")
                .forEach(field -> Tree.text(field, "name").ifPresent(described.fields::add));
        Tree.text(facets.get(), "datasetType", "datasetType").ifPresent(type -> described.type = Optional.of(type));
        if (name.name().isEmpty()) {
            return;
        }
        beside(facets.get(), name.id(), described);
        made(dataset, name.id(), "columnLineage", "inputFields");
        made(dataset, name.id(), "lineage", "inputs");
        for (Node source : Tree.items(dataset, "facets", "lineage", "inputs")) {
            Optional.of(name(source).id())
                    .filter(id -> !id.isEmpty() && isDataset(source))
                    .ifPresent(id -> seen.graph().derives(id, name.id()));
        }
        for (Node link : Tree.items(dataset, "facets", "symlinks", "identifiers")) {
            Tree.text(link, "name")
                    .ifPresent(other -> seen.graph().same(name.id(), name(link).id()));
        }
    }

    /** Who owns it, in which version it was, and how it is tagged. */
    private void beside(Node facets, String id, Dataset described) {
        for (Node owner : Tree.items(facets, "ownership", "owners")) {
            Tree.text(owner, "name").ifPresent(who -> {
                described.owners.add(who);
                seen.told(id).owner(who);
            });
        }
        Tree.text(facets, "version", "datasetVersion").ifPresent(version -> {
            if (described.versions.size() < DatasetTold.MOST) {
                described.versions.add(version);
            }
            seen.told(id).version(version);
        });
        for (Node tag : Tree.items(facets, "tags", "tags")) {
            Tree.text(tag, "key")
                    .ifPresent(key ->
                            seen.told(id).tag(key, Tree.text(tag, "value").orElse("")));
        }
    }

    private static boolean isDataset(Node source) {
        return Tree.text(source, "type").filter("JOB"::equals).isEmpty();
    }

    private void made(Node dataset, String made, String facet, String from) {
        for (Node.Field column : Tree.fields(dataset, "facets", facet, "fields")) {
            for (Node source : Tree.items(column.value(), from)) {
                Tree.text(source, "field")
                        .ifPresent(field ->
                                seen.graph().derives(name(source).id(), field, made, column.name(), masks(source)));
            }
        }
    }

    /** Whether all that is done to the column masks it. */
    private static boolean masks(Node source) {
        List<Node> done = Tree.items(source, "transformations");
        return !done.isEmpty()
                && done.stream()
                        .allMatch(one ->
                                Tree.text(one, "masking").filter("true"::equals).isPresent());
    }

    private void job(Node event) {
        Collected.Name name = Tree.at(event, "job").map(LineageEvents::name).orElse(NAMELESS);
        Observations.Sighting job =
                seen.job("openlineage", name.id(), name.name().orElse(""), "", origin.apply(event));
        Tree.text(event, "job", "facets", "jobType", "jobType").ifPresent(job::type);
        tags(event, "job", job);
        tags(event, "run", job);
        day(event).ifPresent(job::on);
        String run = Tree.text(event, "run", "runId").orElse("");
        List<Node> inputs = Tree.items(event, "inputs");
        inputs.forEach(input -> job.reads(
                run, Tree.text(input, "name").isEmpty() ? "" : name(input).id()));
        if (inputs.isEmpty()
                && (Tree.at(event, "run").isPresent()
                        || Tree.at(event, "eventType").isPresent())) {
            job.ran(run);
        }
        for (Node output : Tree.items(event, "outputs")) {
            Tree.text(output, "facets", "datasetType", "datasetType").ifPresent(job::outputType);
            Tree.text(output, "name")
                    .ifPresent(written -> job.writes(name(output).id()));
        }
    }

    private static final Collected.Name NAMELESS = new Collected.Name(Optional.empty(), Optional.empty());

    private static void tags(Node event, String where, Observations.Sighting job) {
        for (Node tag : Tree.items(event, where, "facets", "tags", "tags")) {
            Tree.text(tag, "key").ifPresent(key -> Tree.text(tag, "value").ifPresent(value -> job.tag(key, value)));
        }
    }

    /** The day on the clock of whoever sent the event. */
    private static Optional<LocalDate> day(Node event) {
        try {
            return Tree.text(event, "eventTime")
                    .filter(time -> time.length() >= DATE)
                    .map(time -> LocalDate.parse(time.substring(0, DATE)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Collected collected(String format) {
        List<Collected.Described> described = new ArrayList<>();
        datasets.forEach((name, told) -> described.add(new Collected.Described(
                name,
                Optional.empty(),
                List.copyOf(told.fields),
                List.copyOf(told.owners),
                List.copyOf(told.versions),
                told.type)));
        return new Collected(
                shown,
                format,
                events,
                jobs.size() == 1 ? Optional.of(jobs.iterator().next()) : Optional.empty(),
                List.copyOf(sides.getOrDefault("inputs", Set.of())),
                List.copyOf(sides.getOrDefault("outputs", Set.of())),
                columnEdges + seen.graph().columnFlows(),
                described,
                List.of());
    }
}
