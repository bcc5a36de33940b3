package org.trainingaudit.regime;

import java.util.Optional;
import org.trainingaudit.config.Written;

/**
 * One point in which a pack and the authority's answer differ. Which of them is right is for a person to find out.
 *
 * @param regime the regime
 * @param where the place in its pack, {@code steps.main.latest} or {@code authority.promulgated}
 * @param kind what differs
 * @param stored what the pack says
 * @param answered what the authority says; empty where it doesn't say anything of it any more
 * @param revision the authority's row that says so
 */
public record LawDifference(
        String regime, String where, Kind kind, String stored, Optional<String> answered, Optional<String> revision) {

    /** What can differ. */
    public enum Kind {
        /** The day from which the text holds. */
        DATE,
        /** The last day on which it can start. */
        LATEST,
        /** Whether the day is fixed. */
        CERTAINTY,
        /** The id of the text. */
        REVISION,
        /** The day of promulgation. */
        PROMULGATION;

        /** As it's written for machines. */
        public String word() {
            return Written.of(this);
        }
    }

    /** The difference in a line. */
    public String message() {
        return where + ": the pack says " + stored + ", the authority "
                + answered.map(said -> "says " + said).orElse("no longer has it");
    }
}
