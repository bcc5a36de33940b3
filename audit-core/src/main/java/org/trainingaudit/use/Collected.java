package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one document tells of uses and datasets.
 *
 * @param document its path as given
 * @param format what kind of document it is, as a word of {@link Collector}'s table
 * @param events how many events, entries or descriptions it holds
 * @param job the job that it tells of; nothing where it tells of none, or of several
 * @param inputs datasets that were read, each once, in the order in which they come
 * @param outputs datasets that were written, likewise
 * @param columnEdges how many pairs of a source column and a column made from it are told
 * @param datasets datasets of which more than the name is told
 * @param uses uses in training; none doesn't mean that the data aren't used, only that the document tells of no training
 */
public record Collected(
        String document,
        String format,
        int events,
        Optional<Name> job,
        List<Name> inputs,
        List<Name> outputs,
        int columnEdges,
        List<Described> datasets,
        List<Use> uses) {

    public Collected {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        datasets = List.copyOf(datasets);
        uses = List.copyOf(uses);
    }

    /** A name within a namespace; either may be missing in a document that breaks its schema. */
    public record Name(Optional<String> namespace, Optional<String> name) {

        /** Both in one, as the id of a dataset or a training. */
        public String id() {
            return namespace.map(space -> space + "/").orElse("") + name.orElse("");
        }
    }

    /**
     * A dataset with what is told of it.
     *
     * @param fields its columns, in the order in which they come
     * @param owners whom the document names as owners
     * @param versions versions of it that the document names
     * @param type what kind of dataset it is, such as {@code TABLE} or {@code MODEL}
     */
    public record Described(
            Name name,
            Optional<String> license,
            List<String> fields,
            List<String> owners,
            List<String> versions,
            Optional<String> type) {
        public Described {
            fields = List.copyOf(fields);
            owners = List.copyOf(owners);
            versions = List.copyOf(versions);
        }

        Described(Name name, Optional<String> license, List<String> fields) {
            this(name, license, fields, List.of(), List.of(), Optional.empty());
        }
    }

    /** The same with further uses. */
    Collected with(List<Use> more) {
        List<Use> all = new ArrayList<>(uses);
        all.addAll(more);
        return new Collected(document, format, events, job, inputs, outputs, columnEdges, datasets, all);
    }

    /** A document that tells of datasets and uses, and of no job. */
    static Collected of(Document document, String format, int entries, List<Described> datasets, List<Use> uses) {
        return new Collected(
                document.file().toString(), format, entries, Optional.empty(), List.of(), List.of(), 0, datasets, uses);
    }

    /** A document with nothing but uses in it. */
    static Collected ofUses(String document, String format, List<Use> uses) {
        return new Collected(document, format, uses.size(), Optional.empty(), List.of(), List.of(), 0, List.of(), uses);
    }

    /** The line that {@code audit collect} prints. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("document", document).put("format", format).put("events", events);
        json.set("job", job.<JsonNode>map(Collected::json).orElse(JsonNodeFactory.instance.nullNode()));
        names(json.putArray("inputs"), inputs);
        names(json.putArray("outputs"), outputs);
        json.put("columnEdges", columnEdges);
        ArrayNode described = json.putArray("datasets");
        datasets.forEach(dataset -> described.add(json(dataset)));
        ArrayNode list = json.putArray("uses");
        uses.forEach(use -> list.add(json(use)));
        return json;
    }

    private static void names(ArrayNode array, List<Name> names) {
        names.forEach(name -> array.add(json(name)));
    }

    private static ObjectNode json(Name name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("namespace", orNull(name.namespace()))
                .put("name", orNull(name.name()));
    }

    private static ObjectNode json(Described dataset) {
        ObjectNode json = json(dataset.name()).put("license", orNull(dataset.license()));
        ArrayNode fields = json.putArray("fields");
        dataset.fields().forEach(fields::add);
        ArrayNode owners = json.putArray("owners");
        dataset.owners().forEach(owners::add);
        ArrayNode versions = json.putArray("versions");
        dataset.versions().forEach(versions::add);
        return json.put("type", orNull(dataset.type()));
    }

    private static ObjectNode json(Use use) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", use.id())
                .put("dataset", use.dataset())
                .put("training", use.training())
                .put("state", use.state().name().toLowerCase(Locale.ROOT))
                .put("origin", use.origin());
        ObjectNode facts = json.putObject("facts");
        use.facts()
                .all()
                .forEach(fact -> facts.set(
                        fact.name(),
                        CanonicalJson.MAPPER.valueToTree(fact.value().json())));
        return json;
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }
}
