package org.trainingaudit.regime;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;

/** The keys of a file of cases. */
record CaseDocument(
        Location at,
        Text regime,
        Optional<Unconfirmed> unconfirmed,
        Optional<LocalDate> asOf,
        Optional<Node> defaults,
        Optional<Node> uses,
        Optional<Node> cases,
        Optional<Node> note) {

    /** A verdict that a case wants. */
    enum WantedVerdict {
        VIOLATION,
        NEEDS_REVIEW,
        NOT_YET_APPLICABLE,
        COMPLIANT,
        NOT_APPLICABLE,
        /** The regime can't be judged on that date. */
        REFUSED
    }

    /** An outcome that a case wants. */
    enum WantedOutcome {
        NOT_APPLICABLE,
        SATISFIED,
        EXEMPT,
        NOT_YET_APPLICABLE,
        NEEDS_REVIEW,
        BREACHED,
        /** The rule has nothing to say, because it isn't in force. */
        NONE;

        Optional<Outcome> outcome() {
            return this == NONE ? Optional.empty() : Optional.of(Outcome.valueOf(name()));
        }
    }

    /** Where a sanction has to stand, by its code. */
    enum WantedStanding {
        APPLIES,
        MAY_APPLY,
        UNKNOWN,
        /** No breached rule of the use brings it. */
        NONE
    }

    /** One case. */
    record CasePart(
            Location at,
            @NotBlank String note,
            Optional<Text> base,
            Optional<Node> use,
            Optional<LocalDate> asOf,
            Map<String, LocalDate> assume,
            Optional<Boolean> weakScan,
            Optional<WantedVerdict> verdict,
            Optional<Boolean> provisional,
            Map<String, WantedOutcome> rules,
            Map<String, Outcome> fires,
            Map<String, WantedStanding> sanctions,
            List<Text> missing) {}
}
