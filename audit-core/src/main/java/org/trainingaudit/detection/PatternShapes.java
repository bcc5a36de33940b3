package org.trainingaudit.detection;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Text;

/**
 * Makes shapes of values of the patterns that files have.
 *
 * @param alphabet of the characters that all patterns tell apart
 */
record PatternShapes(Alphabet alphabet, Faults faults) {

    /** A value isn't a part of a longer run of letters and digits. */
    private static final String BEFORE = "(?<![A-Za-z0-9_]|[A-Za-z0-9][-.])(?:";

    private static final String AFTER = ")(?![A-Za-z0-9_]|[-.][A-Za-z0-9])";

    /** What an entry describes; nothing, and a fault, where it can't be used. */
    Optional<Shape> shape(Known of, DetectorFile.PatternEntry entry) {
        Optional<Predicate<String>> check = check(entry);
        Optional<Pattern> pattern = pattern(entry.regex());
        if (check.isEmpty() || pattern.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Shape(
                of,
                new TextPattern(pattern.get(), alphabet),
                entry.regex().value().contains("(?<v>"),
                check.get(),
                Folding.lower(entry.needs().orElse("")),
                entry.digits().orElse(0),
                true,
                entry.alone() / 100.0,
                entry.whole().orElse(entry.alone()) / 100.0,
                entry.labelled() / 100.0));
    }

    private Optional<Predicate<String>> check(DetectorFile.PatternEntry entry) {
        if (entry.check().isEmpty()) {
            return Optional.of(Shape.UNCHECKED);
        }
        Text name = entry.check().get();
        Optional<Predicate<String>> check = CheckDigits.of(name.value());
        if (check.isEmpty()) {
            faults.add(
                    name.at(),
                    "unknown check '" + name + "'" + Nearest.hint(name.value(), CheckDigits.names())
                            + "; expected one of " + new TreeMap<>(Map.of("checks", CheckDigits.names())));
        }
        return check;
    }

    private Optional<Pattern> pattern(Text regex) {
        if (Repetition.isNested(regex.value())) {
            faults.add(
                    regex.at(),
                    "a repetition without limit stands inside another, so that one value could take for ever;"
                            + " limit one of them, as in {1,20}");
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(BEFORE + regex + AFTER, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            faults.add(regex.at(), "not a regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }
}
