package org.trainingaudit.config;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a record asks of its map, looked up once: asking a class for its components anew costs more than binding one.
 *
 * @param constructor makes the record from all components
 * @param parts the components in order
 * @param constrained whether anything on the record is annotated, and so it may have constraints to be checked
 */
record RecordShape(Constructor<?> constructor, List<Part> parts, boolean constrained) {

    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return read(type);
        }
    };

    /**
     * One component.
     *
     * @param key as it's written in camelCase
     * @param kebabKey as it's written in kebab-case
     */
    record Part(String key, String kebabKey, Class<?> type, Type generic) {

        /** Whether it's the place of the map itself, which nobody writes. */
        boolean isPlace() {
            return type == Location.class;
        }

        String key(boolean kebab) {
            return kebab ? kebabKey : key;
        }
    }

    static RecordShape of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** The record of these components, which are known to be good. */
    Object make(List<Object> arguments) {
        try {
            return constructor.newInstance(arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " can't be called", e);
        }
    }

    /** The keys that may be written. */
    List<String> keys(boolean kebab) {
        return parts.stream()
                .filter(part -> !part.isPlace())
                .map(part -> part.key(kebab))
                .toList();
    }

    boolean has(String written, boolean kebab) {
        for (Part part : parts) {
            if (!part.isPlace() && part.key(kebab).equals(written)) {
                return true;
            }
        }
        return false;
    }

    private static RecordShape read(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            List<Part> parts = new ArrayList<>();
            for (RecordComponent each : components) {
                String key = camel(each.getName());
                parts.add(new Part(key, kebab(key), each.getType(), each.getGenericType()));
            }
            return new RecordShape(constructor, List.copyOf(parts), isAnnotated(type));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("record " + type.getName() + " can't be made", e);
        }
    }

    /** The key of a component of that name; a word of Java stands with an underscore after it. */
    static String camel(String component) {
        return component.endsWith("_") ? component.substring(0, component.length() - 1) : component;
    }

    static String kebab(String key) {
        return key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static boolean isAnnotated(Class<?> type) {
        Stream<AnnotatedElement> members =
                Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredFields()));
        return Stream.concat(Stream.of(type), members).anyMatch(each -> each.getAnnotations().length > 0)
                || Arrays.stream(type.getRecordComponents())
                        .anyMatch(each -> each.getAnnotations().length > 0 || isAnnotated(each.getAnnotatedType()));
    }

    private static boolean isAnnotated(AnnotatedType type) {
        return type.getAnnotations().length > 0
                || (type instanceof AnnotatedParameterizedType generic
                        && Arrays.stream(generic.getAnnotatedActualTypeArguments())
                                .anyMatch(RecordShape::isAnnotated));
    }
}
