package org.trainingaudit.use;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores the collector against a folder of labelled documents: {@code CollectScore FOLDER CONFIG}, where {@code
 * FOLDER/lineage/expected.jsonl} says of each document what a reader should get. Prints for each format how many documents
 * are read as expected, and each difference.
 */
final class CollectScore {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** How a document without labels may look and still count: nothing is expected of it but that it's read without a fault. */
    private static final Map<String, String> FORMATS = Map.of("fides-yaml", "fides", "dpv-turtle", "dpv");

    private final Map<String, int[]> tally = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private final Collector collector;

    private CollectScore(Collector collector) {
        this.collector = collector;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Faults faults = new Faults();
        ConfigFiles config = ConfigFiles.read(Path.of(arguments[1]), faults);
        Taxonomy taxonomy = Taxonomy.load(config, faults);
        FactCatalogue catalogue = FactCatalogue.load(config, taxonomy, faults);
        faults.throwIfAny();
        CollectScore score = new CollectScore(new Collector(catalogue, taxonomy, CollectSettings.defaults()));
        for (String line : Files.readAllLines(folder.resolve("lineage/expected.jsonl"))) {
            score.add(folder, JSON.readTree(line));
        }
        score.differences.forEach(System.out::println);
        score.tally.forEach(
                (format, counts) -> System.out.printf("%-16s %3d of %3d as expected%n", format, counts[0], counts[1]));
    }

    private void add(Path folder, JsonNode expected) {
        String format = expected.path("format").asString();
        CollectResult result =
                collector.collect(folder.resolve(expected.path("file").asString()));
        Set<String> wrong = wrong(expected, format, result);
        int[] counts = tally.computeIfAbsent(format, unseen -> new int[2]);
        counts[1]++;
        counts[0] += wrong.isEmpty() ? 1 : 0;
        if (!wrong.isEmpty()) {
            differences.add(expected.path("file").asString() + ": " + wrong + " "
                    + result.faults().stream()
                            .limit(2)
                            .map(fault -> fault.text())
                            .toList());
        }
    }

    private static Set<String> wrong(JsonNode expected, String format, CollectResult result) {
        Set<String> wrong = new TreeSet<>();
        if (result.collected().isEmpty()) {
            return Set.of("refused");
        }
        Collected got = result.collected().get();
        same(wrong, "format", FORMATS.getOrDefault(format, format), got.format());
        // "spec_complete" tells of an event that isn't; of one that is, it leaves 'producer' and 'schemaURL' open
        boolean incomplete = expected.has("spec_complete")
                && !expected.path("spec_complete").asBoolean()
                && !expected.path("expect").path("kind").asString().equals("facet");
        if (incomplete || !expected.has("spec_complete")) {
            same(
                    wrong,
                    "valid",
                    !incomplete && expected.path("valid").asBoolean(true),
                    result.faults().isEmpty());
        }
        JsonNode expect = expected.path("expect");
        if (format.equals("openlineage")) {
            same(wrong, "inputs", names(expect.path("inputs")), names(got.json().path("inputs")));
            same(
                    wrong,
                    "outputs",
                    names(expect.path("outputs")),
                    names(got.json().path("outputs")));
            same(wrong, "job", expect.path("job"), got.json().path("job"));
            same(wrong, "column edges", expect.path("column_lineage_edges").asInt(), got.columnEdges());
            same(wrong, "schema columns", expect.path("schema_columns").asInt(), (int) got.datasets().stream()
                    .flatMap(dataset -> dataset.fields().stream())
                    .distinct()
                    .count());
        } else if (got.datasets().size() == 1 && !expect.isMissingNode()) {
            Collected.Described dataset = got.datasets().get(0);
            same(wrong, "name", text(expect.path("name")), dataset.name().name().orElse(""));
            same(
                    wrong,
                    "license",
                    text(expect.path("license")),
                    dataset.license().orElse(""));
            JsonNode fields = expect.has("features") ? expect.path("features") : expect.path("fields");
            same(wrong, "fields", JSON.convertValue(fields, List.class), dataset.fields());
        }
        return wrong;
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.asString("");
    }

    private static void same(Set<String> wrong, String what, Object expected, Object got) {
        if (!expected.equals(got)) {
            wrong.add(what + ": expected " + expected + ", got " + got);
        }
    }

    private static Set<String> names(JsonNode names) {
        Set<String> found = new TreeSet<>();
        names.forEach(name -> found.add(
                name.path("namespace").asString("") + " " + name.path("name").asString("")));
        return found;
    }
}
