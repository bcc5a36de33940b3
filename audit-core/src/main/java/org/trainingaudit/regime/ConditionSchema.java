package org.trainingaudit.regime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.config.RecordSchema;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.FactDefinition;
import org.trainingaudit.use.FactType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema of conditions and of facts as cases state them, fact by fact.
 *
 * <p>Where a condition takes names, a set of the pack may stand for them, and so any word is allowed beside those that an
 * editor offers.
 */
final class ConditionSchema {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CONDITION = "Condition";
    private static final String FACTS = "Facts";
    private static final String CATEGORY = "Category";
    private static final String ANY_MEMBER = ".*";

    private final FactCatalogue catalogue;
    private final RecordSchema records;

    ConditionSchema(FactCatalogue catalogue, Taxonomy taxonomy, RecordSchema records) {
        this.catalogue = catalogue;
        this.records = records;
        records.define(CATEGORY, RecordSchema.words(new TreeSet<>(taxonomy.ids())));
    }

    /** A category of the taxonomy. */
    ObjectNode category() {
        return RecordSchema.reference(CATEGORY);
    }

    /** A condition. */
    ObjectNode condition() {
        ObjectNode map = JSON.createObjectNode()
                .put("type", "object")
                .put("minProperties", 1)
                .put("additionalProperties", false);
        ObjectNode properties = map.putObject("properties");
        ObjectNode several = JSON.createObjectNode().put("type", "array").put("minItems", 1);
        several.set("items", RecordSchema.reference(CONDITION));
        properties.set("all", several);
        properties.set("any", several.deepCopy());
        properties.set("not", RecordSchema.reference(CONDITION));
        properties.set("passes", RecordSchema.listOf(word()));
        for (FactDefinition fact : catalogue.all()) {
            put(map, fact, leaf(fact));
        }
        properties.set(FactSlots.USE_DATE, leaf(FactType.DATE, word()));
        return records.define(CONDITION, RecordSchema.anyOf(type("boolean"), map));
    }

    /** The facts of a use, as a case states them. */
    ObjectNode facts() {
        ObjectNode map = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = map.putObject("properties");
        properties.set("inherits", word());
        properties.set(FactSlots.USE_DATE, RecordSchema.day());
        for (FactDefinition fact : catalogue.all()) {
            put(map, fact, value(fact));
            putAsMember(properties, fact);
        }
        return records.define(FACTS, map);
    }

    /** A map's members are facts of their own; an open map takes any member. */
    private static void put(ObjectNode map, FactDefinition fact, ObjectNode schema) {
        if (fact.name().endsWith(ANY_MEMBER)) {
            String open = fact.name().substring(0, fact.name().length() - 1);
            map.withObject("patternProperties").set("^" + open.replace(".", "\\."), schema);
        } else {
            map.withObject("properties").set(fact.name(), schema);
        }
    }

    /** In cases a map may be written as one, {@code legalBasis: {eu: f}}. */
    private void putAsMember(ObjectNode properties, FactDefinition fact) {
        int dot = fact.name().indexOf('.');
        if (dot > 0) {
            ObjectNode map = properties.withObject(fact.name().substring(0, dot));
            map.put("type", "object");
            String member = fact.name().substring(dot + 1);
            if (member.equals("*")) {
                map.set("additionalProperties", value(fact));
            } else {
                map.withObject("properties").set(member, value(fact));
            }
        }
    }

    private ObjectNode leaf(FactDefinition fact) {
        return leaf(fact.type(), names(fact));
    }

    private ObjectNode leaf(FactType type, ObjectNode name) {
        ObjectNode asked = JSON.createObjectNode()
                .put("type", "object")
                .put("minProperties", 1)
                .put("additionalProperties", false);
        ObjectNode properties = asked.putObject("properties");
        for (Question question : Question.of(type)) {
            properties.set(question.word(), behind(question, type, name));
        }
        return switch (type) {
            case SET -> asked;
            case BOOLEAN -> RecordSchema.anyOf(type("boolean"), asked);
            case INTEGER -> RecordSchema.anyOf(type("integer"), asked);
            case DATE -> RecordSchema.anyOf(RecordSchema.day(), asked);
            case TEXT, CHOICE -> RecordSchema.anyOf(RecordSchema.listOf(name.deepCopy()), asked);
        };
    }

    private ObjectNode behind(Question question, FactType type, ObjectNode name) {
        return switch (question.behind()) {
            case FLAG -> type("boolean");
            case NAME -> name.deepCopy();
            case NAMES -> RecordSchema.listOf(name.deepCopy());
            case WORD -> word();
            case COMPARED -> compared(type);
        };
    }

    /** A number, a day, or the name of another fact of that type. */
    private ObjectNode compared(FactType type) {
        return type == FactType.INTEGER ? RecordSchema.anyOf(type("integer"), others(type)) : word();
    }

    private ObjectNode others(FactType type) {
        Set<String> names = new TreeSet<>();
        catalogue.all().stream().filter(fact -> fact.type() == type).forEach(fact -> names.add(fact.name()));
        return RecordSchema.anyOf(RecordSchema.words(names), word());
    }

    /** The names that an editor offers, or any other word. */
    private ObjectNode names(FactDefinition fact) {
        if (fact.of().equals(Optional.of("category"))) {
            return RecordSchema.anyOf(category(), word());
        }
        return fact.values().isEmpty()
                ? RecordSchema.written()
                : RecordSchema.anyOf(RecordSchema.words(new TreeSet<>(fact.values())), RecordSchema.written());
    }

    /** What a case may state; unknown is written so or left empty. */
    private ObjectNode value(FactDefinition fact) {
        ObjectNode known = switch (fact.type()) {
            case BOOLEAN -> type("boolean");
            case INTEGER -> type("integer");
            case DATE -> RecordSchema.day();
            case TEXT -> RecordSchema.written();
            case CHOICE -> strict(fact);
            case SET -> RecordSchema.listOf(strict(fact));
        };
        return RecordSchema.anyOf(known, RecordSchema.words(List.of("unknown")), type("null"));
    }

    private ObjectNode strict(FactDefinition fact) {
        if (fact.of().equals(Optional.of("category"))) {
            return category();
        }
        return fact.values().isEmpty() ? RecordSchema.written() : RecordSchema.words(new TreeSet<>(fact.values()));
    }

    private static ObjectNode word() {
        return type("string");
    }

    private static ObjectNode type(String name) {
        return JSON.createObjectNode().put("type", name);
    }
}
