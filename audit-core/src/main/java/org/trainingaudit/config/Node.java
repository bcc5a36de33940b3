package org.trainingaudit.config;

import java.util.List;
import java.util.Optional;

/** A YAML value that remembers where it was written. Scalars stay text until somebody asks for a type. */
public sealed interface Node {

    /** Where the value begins. */
    Location at();

    /** What it is, for an error message: {@code a list}, {@code a map}, {@code the text 'x'}. */
    String describe();

    /**
     * A single value.
     *
     * @param text as written, without quotes
     * @param quoted whether it was written in quotes or as a block, and so is text whatever it looks like
     */
    record Scalar(Location at, String text, boolean quoted) implements Node {

        private static final int LONGEST_SHOWN = 60;

        /** Whether it says that there is no value: empty, {@code ~} or {@code null} without quotes. */
        public boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String describe() {
            if (isNull()) {
                return "nothing";
            }
            return "'" + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text) + "'";
        }
    }

    /** Values in order. */
    record Items(Location at, List<Node> items) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /** Named values in the order in which they were written; names are unique. */
    record Fields(Location at, List<Field> fields) implements Node {
        public Fields {
            fields = List.copyOf(fields);
        }

        /** The field of that name. */
        public Optional<Field> field(String name) {
            for (Field field : fields) {
                if (field.name().equals(name)) {
                    return Optional.of(field);
                }
            }
            return Optional.empty();
        }

        /** The value of that name. */
        public Optional<Node> get(String name) {
            return field(name).map(Field::value);
        }

        /** All names in writing order. */
        public List<String> names() {
            return fields.stream().map(Field::name).toList();
        }

        @Override
        public String describe() {
            return "a map";
        }
    }

    /** One name of a map with its value; {@code at} is where the name stands. */
    record Field(Location at, String name, Node value) {}
}
