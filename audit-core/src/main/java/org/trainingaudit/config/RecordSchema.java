package org.trainingaudit.config;

import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schema (draft 2020-12) of what {@link Binder} takes for a record, so that an editor and the program agree on the
 * keys: both read the record's components. Not for use by several threads.
 */
public final class RecordSchema {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What stands under a key whose form the record doesn't say, because it's read as a tree or looked up later. */
    public interface Trees {
        /** The schema; empty where the component's type says all. */
        Optional<ObjectNode> of(Class<?> record, String key);
    }

    private final Trees trees;
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    public RecordSchema(Trees trees) {
        this.trees = trees;
    }

    /** A reference to the record's schema. */
    public ObjectNode of(Class<? extends Record> type) {
        return record(type);
    }

    /** A reference to a schema that is kept once under that name. */
    public ObjectNode define(String name, ObjectNode schema) {
        definitions.putIfAbsent(name, schema);
        return reference(name);
    }

    /** A reference to a schema of that name, which is defined somewhere. */
    public static ObjectNode reference(String name) {
        return JSON.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    /** The whole schema with its definitions, as text; equal models give equal bytes. */
    public String text(String title, ObjectNode root) {
        ObjectNode schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", title);
        schema.setAll(root);
        ObjectNode defs = schema.putObject("$defs");
        definitions.forEach(defs::set);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema).replace("\r\n", "\n") + "\n";
    }

    private ObjectNode record(Class<?> type) {
        String name = type.getSimpleName();
        if (!definitions.containsKey(name)) {
            ObjectNode schema = JSON.createObjectNode();
            definitions.put(name, schema);
            fill(schema, type);
        }
        return reference(name);
    }

    private void fill(ObjectNode schema, Class<?> type) {
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.createArrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() != Location.class) {
                String key = key(component);
                properties.set(key, trees.of(type, key).orElseGet(() -> component(component)));
                if (isRequired(component.getType())) {
                    required.add(key);
                }
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private static String key(RecordComponent component) {
        return RecordShape.camel(component.getName());
    }

    private static boolean isRequired(Class<?> type) {
        return !Set.of(Optional.class, List.class, Set.class, Map.class).contains(type);
    }

    private ObjectNode component(RecordComponent component) {
        ObjectNode schema = schema(component.getGenericType());
        if (component.isAnnotationPresent(NotBlank.class)
                || component.getAccessor().isAnnotationPresent(NotBlank.class)) {
            schema.put("pattern", "\\S");
        }
        return schema;
    }

    private ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Node.class) {
            return JSON.createObjectNode();
        }
        return plain.isRecord() && plain != Text.class ? record(plain) : scalar(plain);
    }

    private ObjectNode container(Class<?> raw, Type[] arguments) {
        if (raw == Optional.class) {
            return schema(arguments[0]);
        }
        return raw == Map.class ? mapOf(schema(arguments[1])) : listOf(schema(arguments[0]));
    }

    /** A map of names to values of that form. */
    public static ObjectNode mapOf(ObjectNode value) {
        ObjectNode map = JSON.createObjectNode().put("type", "object");
        map.set("additionalProperties", value);
        return map;
    }

    /** A list; a single value stands for a list of one, as people write it. */
    public static ObjectNode listOf(ObjectNode item) {
        ObjectNode list = JSON.createObjectNode().put("type", "array");
        list.set("items", item);
        return anyOf(item.deepCopy(), list);
    }

    /** One of several forms. */
    public static ObjectNode anyOf(ObjectNode... forms) {
        ObjectNode any = JSON.createObjectNode();
        ArrayNode array = any.putArray("anyOf");
        Arrays.stream(forms).forEach(array::add);
        return any;
    }

    /** One of these words. */
    public static ObjectNode words(Iterable<String> words) {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode values = schema.putArray("enum");
        words.forEach(values::add);
        return schema;
    }

    /** A day. */
    public static ObjectNode day() {
        return JSON.createObjectNode().put("type", "string").put("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
    }

    private static ObjectNode scalar(Class<?> type) {
        if (type.isEnum()) {
            return words(Arrays.stream(type.getEnumConstants())
                    .map(constant -> Written.of((Enum<?>) constant))
                    .toList());
        }
        if (type == LocalDate.class) {
            return day();
        }
        if (type == boolean.class || type == Boolean.class) {
            return JSON.createObjectNode().put("type", "boolean");
        }
        if (Set.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return JSON.createObjectNode().put("type", "integer");
        }
        return type == String.class || type == Text.class
                ? written()
                : JSON.createObjectNode().put("type", "string");
    }

    /** Text as it's written; a number there is read as text too. */
    public static ObjectNode written() {
        ObjectNode schema = JSON.createObjectNode();
        schema.putArray("type").add("string").add("number").add("boolean");
        return schema;
    }
}
