package org.trainingaudit.regime;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trainingaudit.config.Written;

/** What one regime says of one use, worst first. */
public enum Verdict {
    /** At least one rule is breached. */
    VIOLATION,
    /** A person has to decide, or a fact is missing. */
    NEEDS_REVIEW,
    /** Nothing is wrong today, but a rule that starts later isn't met yet. */
    NOT_YET_APPLICABLE,
    /** Every rule that applies is satisfied or lifted. */
    COMPLIANT,
    /** The regime has nothing to say of this use. */
    NOT_APPLICABLE;

    private static final Map<String, Verdict> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Verdict::word, Function.identity()));

    /** The verdict of that word; empty for a word that is none. */
    public static Optional<Verdict> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** As files, reports and the trail write it: {@code needs-review}. */
    public String word() {
        return Written.of(this);
    }
}
