package org.trainingaudit.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns single YAML values into Java values; one line in the table for each type. */
final class ScalarBinder {

    private record Form(String expected, Function<String, Object> reader) {}

    private static final Map<Class<?>, Form> FORMS = Map.of(
            int.class, new Form("a whole number such as 10", Integer::valueOf),
            Integer.class, new Form("a whole number such as 10", Integer::valueOf),
            long.class, new Form("a whole number such as 10", Long::valueOf),
            Long.class, new Form("a whole number such as 10", Long::valueOf),
            LocalDate.class, new Form("a date such as 2026-11-21", LocalDate::parse),
            Duration.class, new Form("a length of time such as PT4H", Duration::parse),
            ZoneId.class, new Form("a time zone such as Asia/Tokyo", ZoneId::of),
            Path.class, new Form("a path", Path::of));

    private final Faults faults;

    ScalarBinder(Faults faults) {
        this.faults = faults;
    }

    Optional<Object> bind(Node node, Class<?> type) {
        if (!(node instanceof Node.Scalar scalar)) {
            faults.add(node.at(), "expected a single value, but found " + node.describe());
            return Optional.empty();
        }
        if (type == String.class) {
            return Optional.of(scalar.text());
        }
        if (type == Text.class) {
            return Optional.of(new Text(scalar.at(), scalar.text()));
        }
        if (type == boolean.class || type == Boolean.class) {
            return bool(scalar);
        }
        return type.isEnum() ? constant(scalar, type) : formed(scalar, type);
    }

    private Optional<Object> bool(Node.Scalar scalar) {
        if (!scalar.quoted() && (scalar.text().equals("true") || scalar.text().equals("false"))) {
            return Optional.of(Boolean.valueOf(scalar.text()));
        }
        faults.add(scalar.at(), "expected true or false, but found " + scalar.describe());
        return Optional.empty();
    }

    /** A constant is written in lower case with hyphens: {@code NEEDS_REVIEW} as {@code needs-review}. */
    private Optional<Object> constant(Node.Scalar scalar, Class<?> type) {
        List<String> allowed = Arrays.stream(type.getEnumConstants())
                .map(constant -> Written.of((Enum<?>) constant))
                .toList();
        int index = allowed.indexOf(scalar.text());
        if (index >= 0) {
            return Optional.of(type.getEnumConstants()[index]);
        }
        String hint = Nearest.hint(scalar.text(), allowed);
        faults.add(scalar.at(), "expected one of " + allowed + ", but found " + scalar.describe() + hint);
        return Optional.empty();
    }

    private Optional<Object> formed(Node.Scalar scalar, Class<?> type) {
        Form form = Optional.ofNullable(FORMS.get(type))
                .orElseThrow(() -> new IllegalStateException("no YAML form for " + type.getName()));
        try {
            return Optional.of(form.reader.apply(scalar.text()));
        } catch (NumberFormatException | DateTimeException | InvalidPathException e) {
            faults.add(scalar.at(), "expected " + form.expected + ", but found " + scalar.describe());
            return Optional.empty();
        }
    }
}
