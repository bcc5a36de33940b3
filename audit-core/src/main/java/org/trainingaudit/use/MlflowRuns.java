package org.trainingaudit.use;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/**
 * What runs of an MLflow tracking server tell, wherever they come from. All runs of an experiment are one training, since
 * runs get new ids each time; a deleted run has read its data all the same.
 */
final class MlflowRuns {

    private static final Pattern LOCATION = Pattern.compile("([a-z][a-z0-9+.-]*://[^/]*)/(.*)");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,15}");

    private final String tracker;
    private final Observations seen;
    private final Set<Collected.Name> inputs = new LinkedHashSet<>();
    private final Set<Collected.Name> jobs = new LinkedHashSet<>();
    private final Map<Collected.Name, Set<String>> fields = new LinkedHashMap<>();
    private int runs;

    /**
     * Those of one server.
     *
     * @param tracker the name by which trainings and datasets of that server begin
     */
    MlflowRuns(String tracker, Observations seen) {
        this.tracker = tracker;
        this.seen = seen;
    }

    /** One dataset that a run read. */
    record Input(String name, String digest, String source, String schema, Optional<String> context) {}

    /** Adds a run in the shape that the server answers. */
    void add(Node run, String origin) {
        List<Input> datasets = new ArrayList<>();
        for (Node input : Tree.items(run, "inputs", "dataset_inputs")) {
            datasets.add(new Input(
                    Tree.text(input, "dataset", "name").orElse(""),
                    Tree.text(input, "dataset", "digest").orElse(""),
                    Tree.text(input, "dataset", "source").orElse(""),
                    Tree.text(input, "dataset", "schema").orElse(""),
                    tag(input, "mlflow.data.context")));
        }
        Map<String, String> tags = new LinkedHashMap<>();
        for (Node tag : Tree.items(run, "data", "tags")) {
            Tree.text(tag, "key")
                    .ifPresent(key -> tags.put(key, Tree.text(tag, "value").orElse("")));
        }
        add(
                Tree.text(run, "info", "run_id").orElse(""),
                Tree.text(run, "info", "experiment_id").orElse(""),
                Tree.text(run, "info", "start_time"),
                tags,
                datasets,
                origin);
    }

    private static Optional<String> tag(Node input, String wanted) {
        return Tree.items(input, "tags").stream()
                .filter(tag -> Tree.text(tag, "key").filter(wanted::equals).isPresent())
                .flatMap(tag -> Tree.text(tag, "value").stream())
                .findFirst();
    }

    /** Adds a run. */
    void add(
            String run,
            String experiment,
            Optional<String> startMillis,
            Map<String, String> tags,
            List<Input> datasets,
            String origin) {
        runs++;
        Collected.Name name = new Collected.Name(Optional.of(tracker), Optional.of("experiments/" + experiment));
        jobs.add(name);
        if (datasets.isEmpty()) {
            sighting(name, "", tags, startMillis, origin).ran(run);
        }
        for (Input input : datasets) {
            Observations.Sighting sighting = sighting(name, input.context().orElse(""), tags, startMillis, origin);
            input.context().ifPresent(context -> sighting.tag("mlflow.data.context", context));
            Collected.Name dataset = dataset(input);
            inputs.add(dataset);
            if (!input.digest().isEmpty()) {
                seen.told(dataset.id()).version(input.digest());
            }
            columns(input, fields.computeIfAbsent(dataset, unseen -> new LinkedHashSet<>()));
            sighting.reads(run, dataset.id());
        }
    }

    private Observations.Sighting sighting(
            Collected.Name name,
            String variant,
            Map<String, String> tags,
            Optional<String> startMillis,
            String origin) {
        Observations.Sighting sighting =
                seen.job("mlflow", name.id(), name.name().orElse(""), variant, origin);
        tags.forEach(sighting::tag);
        startMillis
                .filter(time -> DIGITS.matcher(time).matches())
                .map(time -> Instant.ofEpochMilli(Long.parseLong(time))
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate())
                .ifPresent(sighting::on);
        return sighting;
    }

    /** By the place it was read from, which other tools know too; else by its name on the server. */
    private Collected.Name dataset(Input input) {
        Optional<Node> source = json(input.source());
        Optional<String> place = List.of("uri", "url", "path", "delta_table_name", "table_name").stream()
                .flatMap(key -> source.flatMap(node -> Tree.text(node, key)).stream())
                .findFirst();
        Matcher location = LOCATION.matcher(place.orElse(""));
        if (location.matches()) {
            String path = location.group(2).replaceFirst("/+$", "");
            return new Collected.Name(Optional.of(location.group(1)), Optional.of(path));
        }
        String name = input.name().isEmpty() ? input.digest() : input.name();
        return new Collected.Name(
                Optional.of(tracker), place.or(() -> Optional.of(name)).filter(known -> !known.isEmpty()));
    }

    private static void columns(Input input, Set<String> columns) {
        json(input.schema())
                .ifPresent(schema -> Tree.items(schema, "mlflow_colspec")
                        .forEach(column -> Tree.text(column, "name").ifPresent(columns::add)));
    }

    /** JSON inside a text, which may be anything. */
    private static Optional<Node> json(String text) {
        return text.isBlank() ? Optional.empty() : JsonNodes.parse("", 1, text, new Faults());
    }

    Collected collected(String document) {
        List<Collected.Described> datasets = new ArrayList<>();
        fields.forEach(
                (name, columns) -> datasets.add(new Collected.Described(name, Optional.empty(), List.copyOf(columns))));
        return new Collected(
                document,
                "mlflow",
                runs,
                jobs.size() == 1 ? jobs.stream().findFirst() : Optional.empty(),
                List.copyOf(inputs),
                List.of(),
                0,
                datasets,
                List.of());
    }
}
