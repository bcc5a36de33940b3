package org.trainingaudit.regime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.RecordSchema;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.FactCatalogue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema of packs and of their cases, for completion in editors. It comes from what the parser reads: the keys of
 * {@code RegimeDocument} and {@code CaseDocument}, the questions of {@code LeafParser}, the catalogue and the taxonomy.
 *
 * <p>It tells faults of form. Names that are defined in packs (sets, steps, rules) and dates out of order are told by
 * loading alone.
 */
public final class PackSchema {

    /** The schema of {@code <regime>.yaml}. */
    public static final String REGIME = "regime.schema.json";

    /** The schema of {@code <regime>.cases.yaml}. */
    public static final String CASES = "cases.schema.json";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConditionSchema conditions;
    private final FactCatalogue facts;
    private final RecordSchema records = new RecordSchema(this::tree);

    private PackSchema(FactCatalogue facts, Taxonomy taxonomy) {
        this.facts = facts;
        this.conditions = new ConditionSchema(facts, taxonomy, records);
    }

    /** All schemas as text, by file name. */
    public static Map<String, String> files(FactCatalogue facts, Taxonomy taxonomy) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(REGIME, new PackSchema(facts, taxonomy).text("A legal regime", RegimeDocument.class));
        files.put(CASES, new PackSchema(facts, taxonomy).text("Cases of a legal regime", CaseDocument.class));
        return files;
    }

    private String text(String title, Class<? extends Record> type) {
        return records.text(title, records.of(type));
    }

    private Optional<ObjectNode> tree(Class<?> record, String key) {
        if (record == RegimeDocument.class) {
            return regime(key);
        }
        if (record == RegimeDocument.SetPart.class && key.equals("categories")) {
            return Optional.of(RecordSchema.listOf(conditions.category()));
        }
        if (record == CaseDocument.class) {
            return cases(key);
        }
        if (record == CaseDocument.CasePart.class) {
            return key.equals("use") ? Optional.of(conditions.facts()) : Optional.empty();
        }
        return part(key);
    }

    private Optional<ObjectNode> regime(String key) {
        return switch (key) {
            case "governs" -> Optional.of(conditions.condition());
            case "sets" -> Optional.of(RecordSchema.mapOf(records.of(RegimeDocument.SetPart.class)));
            case "labels" -> Optional.of(labels());
            case "sanctions" -> Optional.of(RecordSchema.mapOf(records.of(RegimeDocument.SanctionPart.class)));
            case "steps" -> Optional.of(RecordSchema.mapOf(records.of(RegimeDocument.StepPart.class)));
            case "rules" -> {
                ObjectNode list = JSON.createObjectNode().put("type", "array");
                list.set("items", records.of(RegimeDocument.RulePart.class));
                yield Optional.of(list);
            }
            default -> part(key);
        };
    }

    private Optional<ObjectNode> cases(String key) {
        return switch (key) {
            case "defaults" -> Optional.of(conditions.facts());
            case "uses" -> Optional.of(RecordSchema.mapOf(conditions.facts()));
            case "cases" -> Optional.of(RecordSchema.listOf(records.of(CaseDocument.CasePart.class)));
            default -> part(key);
        };
    }

    /** Keys that mean the same wherever they stand. */
    private Optional<ObjectNode> part(String key) {
        return switch (key) {
            case "applies", "requires", "reviewIf", "when" -> Optional.of(conditions.condition());
            case "tried" -> Optional.of(RecordSchema.anyOf(conditions.condition(), word()));
            case "exempts" -> Optional.of(RecordSchema.listOf(word()));
            case "note", "status" ->
                Optional.of(RecordSchema.anyOf(RecordSchema.written(), RecordSchema.mapOf(RecordSchema.written())));
            case "source" -> Optional.of(RecordSchema.written());
            default -> Optional.empty();
        };
    }

    private static ObjectNode word() {
        return JSON.createObjectNode().put("type", "string");
    }

    private ObjectNode labels() {
        ObjectNode reading = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode effects = reading.putObject("properties");
        List.of("out", "open").forEach(effect -> effects.set(effect, conditions.condition()));
        ObjectNode labels = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = labels.putObject("properties");
        facts.find(LabelParser.FACT)
                .ifPresent(fact -> fact.values()
                        .forEach(label -> properties.set(label, RecordSchema.anyOf(word(), reading.deepCopy()))));
        return labels;
    }
}
