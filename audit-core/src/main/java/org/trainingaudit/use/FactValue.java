package org.trainingaudit.use;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The value of a fact. "Unknown" is not a value: a fact that nobody knows is absent.
 *
 * <p>Texts are kept in Unicode NFC with each unpaired surrogate replaced by U+FFFD, so that the trail can hold them and
 * two spellings of one text are one value.
 */
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
        public Text {
            value = normal(value);
        }

        @Override
        public Object json() {
            return value;
        }
    }

    /** A whole number that the trail can hold, from -(2^53 - 1) to 2^53 - 1. */
    record Whole(long value) implements FactValue {
        private static final long LARGEST = (1L << 53) - 1;

        public Whole {
            if (value < -LARGEST || value > LARGEST) {
                throw new IllegalArgumentException("number must lie within " + LARGEST + " of 0, but was " + value);
            }
        }

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
            Set<String> sorted = new TreeSet<>();
            values.forEach(value -> sorted.add(normal(value)));
            values = Collections.unmodifiableSet(sorted);
        }

        public static Members of(Collection<String> values) {
            return new Members(Set.copyOf(values));
        }

        @Override
        public Object json() {
            return values.stream().toList();
        }
    }

    private static String normal(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(whole::appendCodePoint);
        return Normalizer.normalize(whole, Normalizer.Form.NFC);
    }
}
