package org.trainingaudit.detection;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that runs over folded texts: as a {@link RegexProgram} where it can, else with Java's own matcher; with either
 * in a limited number of steps. Made ready when it is first used. Safe for many threads.
 */
final class TextPattern {

    private final String regex;
    private final int flags;

    /** The expression as Java has it; what is read here needs it seldom. */
    private volatile @Nullable Pattern pattern;

    private final Optional<RegexReader.Reading> reading;
    private final Alphabet alphabet;
    private final int least;
    private int together;
    private Optional<RegexProgram> program = Optional.empty();
    private volatile boolean made;

    /** The group that is the value; 0 where the whole match is. */
    private final int value;

    /** All patterns of an alphabet must have been made before the first one runs. */
    TextPattern(Pattern pattern, Alphabet alphabet) {
        this(pattern, alphabet, 0);
    }

    /**
     * The same, where somebody knows more of the matches than the pattern says.
     *
     * @param together how many digits each has with no letter of ASCII among them
     */
    TextPattern(Pattern pattern, Alphabet alphabet, int together) {
        this.regex = pattern.pattern();
        this.flags = pattern.flags();
        this.least = together;
        this.alphabet = alphabet;
        this.reading = RegexReader.read(pattern, alphabet);
        this.value = group("v");
    }

    Pattern pattern() {
        Pattern known = pattern;
        if (known == null) {
            known = Pattern.compile(regex, flags);
            pattern = known;
        }
        return known;
    }

    /** How many digits each match has with no letter of ASCII among them; perhaps too few. */
    int digitsTogether() {
        program();
        return together;
    }

    Optional<RegexReader.Reading> reading() {
        return reading;
    }

    /** Finds the next match that begins at the index or later; where it is, the run's groups say. */
    boolean find(RegexRun run, int from) {
        if (from > run.length) {
            return false;
        }
        Optional<RegexProgram> ready = program();
        if (ready.isPresent() && !run.text().hasPairs()) {
            return ready.get().find(run, from);
        }
        return byJava(run, matcher -> matcher.find(from));
    }

    /** Whether it matches right there. */
    boolean standsAt(RegexRun run, int from) {
        Optional<RegexProgram> ready = program();
        if (ready.isPresent() && !run.text().hasPairs()) {
            return ready.get().standsAt(run, from);
        }
        return byJava(
                run,
                matcher -> matcher.region(from, run.length)
                        .useTransparentBounds(true)
                        .lookingAt());
    }

    /** Where to look for the next match after the one just found. */
    static int next(RegexRun run) {
        return run.end(0) == run.start(0) ? run.end(0) + 1 : run.end(0);
    }

    /** The number of the group {@code v}; 0 if it has none. */
    int value() {
        return value;
    }

    /** The number of a group's name; 0, which is the whole match, if it has none of that name. */
    int group(String name) {
        return reading.map(read -> read.names().getOrDefault(name, 0)).orElse(0);
    }

    private Optional<RegexProgram> program() {
        if (!made) {
            together = Math.max(
                    least,
                    reading.map(read -> DigitsTogether.of(read.regex(), alphabet))
                            .orElse(0));
            program = reading.flatMap(read -> RegexProgram.of(read, alphabet));
            made = true;
        }
        return program;
    }

    private interface Search {
        boolean in(Matcher matcher);
    }

    private boolean byJava(RegexRun run, Search search) {
        run.lose();
        LimitedText text = new LimitedText(run.text().text(), run);
        Matcher matcher = pattern().matcher(text);
        run.forgetGroups(matcher.groupCount());
        try {
            if (!search.in(matcher)) {
                return false;
            }
        } catch (LimitedText.Spent | StackOverflowError e) {
            run.spend();
            return false;
        }
        for (int group = 0; group <= matcher.groupCount(); group++) {
            run.groups[2 * group] = matcher.start(group);
            run.groups[2 * group + 1] = matcher.end(group);
        }
        return true;
    }

    /** A text that stops whoever reads it too often. */
    private record LimitedText(String text, RegexRun run) implements CharSequence {

        private static final class Spent extends RuntimeException {
            private static final long serialVersionUID = 1L;

            Spent() {
                super("too many steps", null, false, false);
            }
        }

        @Override
        public char charAt(int index) {
            if (!run.step()) {
                throw new Spent();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
