package org.trainingaudit.config;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Turns YAML trees into records, telling every fault and not just the first.
 *
 * <p>A record's components are the allowed keys. {@code Optional}, {@code List}, {@code Set} and {@code Map} components
 * may be absent, and so may a record of nothing but such; all others must be there. A component of type {@link Location} receives the place of the map itself; one
 * of type {@link Node} the tree as it is. The names of a {@code Map} are texts, or constants of an enum in lower case with hyphens. A component whose key is a word of Java ends in an underscore. Jakarta constraints on the components are checked as soon as a record is made.
 */
public final class Binder {

    /** Made when the first record with constraints is: making it costs more than reading a file. */
    private static final class Constraints {
        static final Validator VALIDATOR = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }

    private final Faults faults;
    private final boolean kebab;

    private Binder(Faults faults, boolean kebab) {
        this.faults = faults;
        this.kebab = kebab;
    }

    /** For files whose keys are written like the components, in camelCase. */
    public static Binder camelCase(Faults faults) {
        return new Binder(faults, false);
    }

    /** For files whose keys are written in kebab-case, as in {@code application.yaml}. */
    public static Binder kebabCase(Faults faults) {
        return new Binder(faults, true);
    }

    /** The record that the map describes; nothing, and at least one more fault, where it doesn't describe one. */
    public <R extends Record> Optional<R> bind(Node node, Class<R> type) {
        return value(node, type).map(type::cast);
    }

    /** The record of a map in which nothing is set; for records of which each component may be absent. */
    public static <R extends Record> R empty(Class<R> type) {
        return absent(type)
                .map(type::cast)
                .orElseThrow(() -> new IllegalArgumentException(type + " has components that must be there"));
    }

    /** The map's values as records, by name and in writing order; those with a fault are left out. */
    public <R extends Record> Map<String, R> bindMap(Node node, Class<R> type) {
        Map<String, R> bound = new LinkedHashMap<>();
        for (Node.Field field : fields(node)) {
            bind(field.value(), type).ifPresent(value -> bound.put(field.name(), value));
        }
        return bound;
    }

    /** The list's items as records in writing order; those with a fault are left out. */
    public <R extends Record> List<R> bindList(Node node, Class<R> type) {
        return items(node).stream().flatMap(item -> bind(item, type).stream()).toList();
    }

    private Optional<Object> value(Node node, Type type) {
        if (type == Node.class) {
            return Optional.of(node);
        }
        if (type instanceof ParameterizedType generic) {
            return container(node, (Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() && plain != Text.class) {
            return record(node, plain);
        }
        return new ScalarBinder(faults).bind(node, plain);
    }

    private Optional<Object> container(Node node, Class<?> raw, Type[] arguments) {
        if (raw == Optional.class) {
            return value(node, arguments[0]).map(Optional::of);
        }
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            fields(node)
                    .forEach(field -> key(field, arguments[0])
                            .ifPresent(
                                    key -> value(field.value(), arguments[1]).ifPresent(value -> map.put(key, value))));
            return Optional.of(Collections.unmodifiableMap(map));
        }
        List<Object> items = new ArrayList<>();
        items(node).forEach(item -> value(item, arguments[0]).ifPresent(items::add));
        return Optional.of(
                raw == Set.class ? Collections.unmodifiableSet(new LinkedHashSet<>(items)) : List.copyOf(items));
    }

    /** A name as it is written, or the constant of an enum that is written so. */
    private Optional<Object> key(Node.Field field, Type type) {
        return new ScalarBinder(faults).bind(new Node.Scalar(field.at(), field.name(), true), (Class<?>) type);
    }

    private List<Node.Field> fields(Node node) {
        if (node instanceof Node.Fields map) {
            return map.fields();
        }
        faults.add(node.at(), "expected a map of names to values, but found " + node.describe());
        return List.of();
    }

    /** A single value stands for a list of one, as people write it. */
    private List<Node> items(Node node) {
        if (node instanceof Node.Items list) {
            return list.items();
        }
        return node instanceof Node.Scalar scalar && scalar.isNull() ? List.of() : List.of(node);
    }

    private Optional<Object> record(Node node, Class<?> type) {
        RecordShape shape = RecordShape.of(type);
        if (!(node instanceof Node.Fields map)) {
            faults.add(node.at(), "expected a map with " + shape.keys(kebab) + ", but found " + node.describe());
            return Optional.empty();
        }
        int before = faults.count();
        refuseUnknown(map, shape);
        List<Object> arguments = new ArrayList<>(shape.parts().size());
        for (RecordShape.Part part : shape.parts()) {
            argument(map, part).ifPresent(arguments::add);
        }
        return faults.count() == before ? make(map, shape, arguments) : Optional.empty();
    }

    private void refuseUnknown(Node.Fields map, RecordShape shape) {
        for (Node.Field field : map.fields()) {
            if (!shape.has(field.name(), kebab)) {
                List<String> known = shape.keys(kebab);
                String hint = Nearest.hint(field.name(), known);
                faults.add(
                        field.at(),
                        "unknown key '" + field.name() + "'" + (hint.isEmpty() ? "; expected one of " + known : hint));
            }
        }
    }

    private Optional<Object> argument(Node.Fields map, RecordShape.Part part) {
        if (part.isPlace()) {
            return Optional.of(map.at());
        }
        Optional<Node> node = map.get(part.key(kebab)).filter(value -> !isNull(value));
        if (node.isPresent()) {
            return value(node.get(), part.generic());
        }
        Optional<Object> absent = absent(part.type());
        if (absent.isEmpty()) {
            faults.add(map.at(), "key '" + part.key(kebab) + "' is missing");
        }
        return absent;
    }

    private static boolean isNull(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isNull();
    }

    private static Optional<Object> absent(Class<?> type) {
        if (type == Optional.class) {
            return Optional.of(Optional.empty());
        }
        if (type == List.class) {
            return Optional.of(List.of());
        }
        if (type == Set.class) {
            return Optional.of(Set.of());
        }
        if (type == Map.class) {
            return Optional.of(Map.of());
        }
        return type.isRecord() ? nothingSet(RecordShape.of(type)) : Optional.empty();
    }

    private static Optional<Object> nothingSet(RecordShape shape) {
        List<Object> arguments = shape.parts().stream()
                .flatMap(part -> absent(part.type()).stream())
                .toList();
        boolean whole = arguments.size() == shape.parts().size();
        return whole ? Optional.of(shape.make(arguments)) : Optional.empty();
    }

    private Optional<Object> make(Node.Fields map, RecordShape shape, List<Object> arguments) {
        try {
            Object made = shape.constructor().newInstance(arguments.toArray());
            int before = faults.count();
            if (shape.constrained()) {
                Constraints.VALIDATOR.validate(made).forEach(violation -> tell(map, violation));
            }
            return faults.count() == before ? Optional.of(made) : Optional.empty();
        } catch (InvocationTargetException e) {
            faults.add(map.at(), String.valueOf(e.getTargetException().getMessage()));
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(shape.constructor() + " can't be called", e);
        }
    }

    private void tell(Node.Fields map, ConstraintViolation<?> violation) {
        String name = violation.getPropertyPath().iterator().next().getName();
        String component = name == null ? "" : RecordShape.camel(name);
        String key = kebab ? RecordShape.kebab(component) : component;
        Location at = map.get(key).map(Node::at).orElse(map.at());
        faults.add(at, "'" + key + "' " + violation.getMessage());
    }
}
