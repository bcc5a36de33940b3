package org.trainingaudit.regime;

import java.util.List;
import org.trainingaudit.config.Written;

/**
 * What a breach of a rule can cost, as far as the facts tell.
 *
 * @param code the code under which the pack has it, or the words of a pack without a list of sanctions
 * @param standing whether it applies
 * @param missing the facts without which that can't be told, sorted; only where it's unknown
 */
public record RuleSanction(String code, Standing standing, List<String> missing) {

    public RuleSanction {
        missing = List.copyOf(missing);
    }

    /** Whether a sanction applies; one that doesn't isn't told at all. */
    public enum Standing {
        /** Its conditions are met. */
        APPLIES,
        /** A person has to judge whether it applies, or its wording wasn't confirmed. */
        MAY_APPLY,
        /** It can't be told without facts that nobody stated. */
        UNKNOWN;

        /** As it's written for machines. */
        public String word() {
            return Written.of(this);
        }
    }

    /** The sanction in a line. */
    public String text() {
        return switch (standing) {
            case APPLIES -> code + " applies";
            case MAY_APPLY -> code + " may apply; for a person to judge";
            case UNKNOWN -> code + " can't be told without " + String.join(", ", missing);
        };
    }
}
