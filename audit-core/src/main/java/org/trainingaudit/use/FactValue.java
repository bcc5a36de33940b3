package org.trainingaudit.use;

import java.text.Normalizer;
import java.time.DateTimeException;
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

        /** Whether a fact can have that number. */
        public static boolean isWhole(long number) {
            return number >= -LARGEST && number <= LARGEST;
        }

        public Whole {
            if (!isWhole(value)) {
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

        private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
        private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

        /**
         * The date of a text such as {@code 2026-11-21}.
         *
         * @throws DateTimeException where it's none, or of a year that hasn't four digits: nothing can be counted from it
         */
        static LocalDate parse(String text) {
            LocalDate day = LocalDate.parse(text);
            if (!isDay(day.toEpochDay())) {
                throw new DateTimeException("no year of four digits");
            }
            return day;
        }

        /** The day of a text, or the text where it's none: what was recorded as a text may be called a day later. */
        public static FactValue orText(String text) {
            try {
                return new Day(parse(text));
            } catch (DateTimeException e) {
                return new Text(text);
            }
        }

        /** Whether that many days since 1970 are a day that a fact can have. */
        public static boolean isDay(long sinceEpoch) {
            return sinceEpoch >= FIRST.toEpochDay() && sinceEpoch <= LAST.toEpochDay();
        }

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
