package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The value of a fact. "Unknown" is not a value: a fact that nobody knows is absent. */
public sealed interface FactValue {

    /** The value as JSON has it: Boolean, String, Long or a sorted list of strings; a date as ISO text. */
    Object json();

    /** True or false. */
    record Bool(boolean value) implements FactValue {
        @Override
        public Object json() {
            return value;
        }
    }

    /** A text, or one of a closed list of values. */
    record Text(String value) implements FactValue {
        @Override
        public Object json() {
            return value;
        }
    }

    /** A whole number. */
    record Whole(long value) implements FactValue {
        @Override
        public Object json() {
            return value;
        }
    }

    /** A calendar date where the event happened. */
    record Day(LocalDate value) implements FactValue {
        @Override
        public Object json() {
            return value.toString();
        }
    }

    /** A set of names, sorted; the empty set is a value and means none. */
    record Members(Set<String> values) implements FactValue {
        public Members {
            values = Collections.unmodifiableSet(new TreeSet<>(values));
        }

        public static Members of(Collection<String> values) {
            return new Members(Set.copyOf(values));
        }

        @Override
        public Object json() {
            return values.stream().toList();
        }
    }
}
