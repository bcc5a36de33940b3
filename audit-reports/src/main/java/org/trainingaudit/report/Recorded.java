package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Something that an entry says, with where it is said. */
sealed interface Recorded {

    /** The key of the run that recorded it; empty outside a run. */
    String run();

    /** The id of its entry. */
    String ref();

    /** A use as it was last recorded; {@code part} is 0 where it fits one entry. */
    record OfUse(
            String run,
            String ref,
            String use,
            String dataset,
            String training,
            String origin,
            String state,
            List<StatedFact> facts,
            Set<String> notGovernedBy)
            implements Recorded {

        boolean ended() {
            return state.equals("ended");
        }
    }

    /** One fact of a use: its value as text, and who says so. */
    record StatedFact(String name, String value, String origin) {}

    /** What one regime says of one use. */
    record OfVerdict(
            String run,
            String ref,
            String use,
            String dataset,
            String regime,
            Verdict verdict,
            boolean provisional,
            List<OfRule> rules)
            implements Recorded {

        List<OfRule> rules(String outcome) {
            return rules.stream().filter(rule -> rule.outcome().equals(outcome)).toList();
        }
    }

    /** What one rule says of one use. */
    record OfRule(String rule, String outcome, String reason, List<String> missing, List<String> by) {}

    /** What one detector says of one column. Shares and confidences are per million. */
    record OfColumn(
            String run,
            String ref,
            String dataset,
            String column,
            String category,
            String detector,
            String detectorVersion,
            OptionalLong rows,
            OptionalLong matches,
            OptionalLong share,
            OptionalLong confidence,
            String evidence)
            implements Recorded {

        /** A scan that no longer finds what an earlier one found records a confidence of 0. */
        boolean found() {
            return confidence.orElse(1) != 0;
        }
    }

    /** How the reading of a dataset began or ended. */
    record OfScan(
            String run,
            String ref,
            String dataset,
            Stage stage,
            String reason,
            OptionalLong read,
            OptionalLong classified,
            OptionalLong rejected,
            OptionalLong filtered,
            boolean whole)
            implements Recorded {

        /** How far the reading came. */
        enum Stage {
            OPENED,
            SKIPPED,
            READ
        }

        /** Whether every row was read and classified, or left out on purpose, and the counts say so too. */
        boolean complete() {
            return stage == Stage.READ
                    && whole
                    && rejected.orElse(1) == 0
                    && read.isPresent()
                    && read.getAsLong() == classified.orElse(-1) + filtered.orElse(-1);
        }
    }

    /** A finding's opening or closing. */
    record OfFinding(
            String run,
            String ref,
            String finding,
            String use,
            String regime,
            List<String> rules,
            String reason,
            boolean open,
            Optional<LocalDate> openedOn)
            implements Recorded {}

    /** That a finding is accepted for a time. */
    record OfWaiver(
            String run,
            String ref,
            String target,
            String requester,
            String approver,
            String reason,
            Optional<LocalDate> until)
            implements Recorded {}

    /** On whom a use depends; a text that is empty is unknown. */
    record OfDependence(
            String run,
            String ref,
            String use,
            String provider,
            String country,
            String ownerCountry,
            List<String> where,
            List<String> inference,
            List<String> supportAccess,
            String keyHolder,
            String trainsOnInput,
            String weightsControl,
            String exitPlan,
            List<String> foreignLaws,
            String domestic,
            List<String> flags)
            implements Recorded {}
}
