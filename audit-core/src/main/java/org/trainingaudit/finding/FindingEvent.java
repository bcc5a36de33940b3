package org.trainingaudit.finding;

import java.util.Optional;
import org.trainingaudit.config.Written;

/**
 * A step in the course of a finding, for the trail to record.
 *
 * @param kind what happened
 * @param finding as it stands after it
 * @param reason why, in a line
 * @param supersedes the finding that it stands in place of from now on, where its use has got another id
 */
public record FindingEvent(Kind kind, Finding finding, String reason, Optional<String> supersedes) {

    FindingEvent(Kind kind, Finding finding, String reason) {
        this(kind, finding, reason, Optional.empty());
    }

    /** What happens to findings. */
    public enum Kind {
        /** Seen for the first time. */
        OPENED,
        /** Opened under another id of its use, and going on under this one. */
        CARRIED_OVER,
        /** Seen again after it was closed, or no longer covered by its waiver. */
        REOPENED,
        /** Still open, and something of it has changed. */
        CHANGED,
        /** No longer a violation. */
        CLOSED;

        /** As the trail writes it. */
        public String word() {
            return this == CARRIED_OVER ? OPENED.word() : Written.of(this);
        }
    }
}
