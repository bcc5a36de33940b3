package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.regime.Verdict;

/** Something that an entry says, with where it is said. */
sealed interface Recorded
        permits OfColumn,
                OfScan,
                OfUse,
                Recorded.OfContradiction,
                Recorded.OfDependence,
                Recorded.OfFinding,
                Recorded.OfVerdict,
                Recorded.OfWaiver {

    /** The key of the run that recorded it; empty outside a run. */
    String run();

    /** The id of its entry. */
    String ref();

    /** What one regime says of one use. */
    record OfVerdict(
            String run,
            String ref,
            String use,
            String dataset,
            String regime,
            String regimeSha256,
            Verdict verdict,
            boolean provisional,
            Outcomes outcomes)
            implements Recorded {

        List<OfRule> rules() {
            return outcomes.all();
        }

        List<OfRule> rules(String outcome) {
            return outcomes.of(outcome);
        }
    }

    /** What one rule says of one use. */
    record OfRule(String rule, String outcome, String reason, List<String> missing, List<String> by) {}

    /** A finding's opening or closing. */
    record OfFinding(
            String run,
            String ref,
            String finding,
            String use,
            String dataset,
            String regime,
            List<String> rules,
            List<String> categories,
            String reason,
            String state,
            String severity,
            String owner,
            Optional<LocalDate> dueOn,
            Set<String> overtaken,
            boolean open,
            Optional<LocalDate> openedOn,
            String supersedes)
            implements Recorded {

        /** Whether it is about a pack that differs from its law, and not about a use. */
        boolean isOfLaw() {
            return use.startsWith("law/");
        }

        /** Whether a waiver that covered it has ended, so that it counts as opened again though it never closed. */
        boolean reopened() {
            return open && state.equals("reopened");
        }
    }

    /** What stands beside something else in the register or the scan. */
    record OfContradiction(
            String run, String ref, String use, String what, String claimed, String observed, String evidence)
            implements Recorded {}

    /** That findings are to be accepted for a time, and what became of it; an empty part of the scope means any. */
    record OfWaiver(
            String run,
            String ref,
            String waiver,
            String state,
            String finding,
            String regime,
            String dataset,
            String use,
            String requester,
            String approver,
            String reason,
            Optional<LocalDate> until,
            Optional<LocalDate> decidedOn)
            implements Recorded {

        /** Whether somebody has approved or refused it. */
        boolean decided() {
            return !approver.isEmpty() && !state.equals("requested");
        }

        boolean holdsOn(LocalDate day) {
            return state.equals("approved")
                    && until.filter(last -> !last.isBefore(day)).isPresent();
        }

        boolean covers(OfFinding other) {
            return fits(finding, other.finding())
                    && fits(regime, other.regime())
                    && fits(dataset, other.dataset())
                    && fits(use, other.use())
                    && !other.overtaken().contains(waiver);
        }

        private static boolean fits(String wanted, String found) {
            return wanted.isEmpty() || wanted.equals(found);
        }
    }

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
            List<String> flags,
            String model,
            String modelCountry,
            String modelOwnerCountry,
            List<String> adequacy)
            implements Recorded {}
}
