package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.trainingaudit.trail.EntryText;
import org.trainingaudit.use.Checklist.Seen;

/** Something that an entry says, with where it is said. */
sealed interface Recorded {

    /** The key of the run that recorded it; empty outside a run. */
    String run();

    /** The id of its entry. */
    String ref();

    /**
     * A use as it was last recorded.
     *
     * @param known what is stated of it, by the fact's name, in the order of its entries
     * @param plain whether what it states counts as it stands, and all of it is in one entry
     * @param entries that tell it, one where it fits into one
     */
    record OfUse(
            String run,
            String ref,
            String use,
            String dataset,
            String training,
            String origin,
            String state,
            Map<String, StatedFact> known,
            Set<String> notGovernedBy,
            boolean plain,
            List<EntryText> entries)
            implements Recorded {

        /** The value of a fact as text; empty where nobody has stated it. */
        String fact(String name) {
            StatedFact fact = known.get(name);
            return fact == null ? "" : fact.value();
        }

        /** All that is stated of it. */
        Collection<StatedFact> facts() {
            return known.values();
        }

        /** The members of a fact that is a set. */
        List<String> members(String name) {
            StatedFact fact = known.get(name);
            return fact == null ? List.of() : fact.stated().members();
        }

        boolean ended() {
            return state.equals("ended");
        }
    }

    /** One fact of a use: its value, who says so, and the days on which it was said and until which it holds. */
    record StatedFact(String name, Stated stated, String origin, String recorded, String since, String until) {

        /** The value as text. */
        String value() {
            return stated.plain();
        }

        /** The day on which it was stated, or else the one from which it holds; empty where neither is told. */
        String statedOn() {
            return recorded.isEmpty() ? since : recorded;
        }

        /** The value as a report may show it: a number of people as a band. */
        String shown() {
            boolean people = name.equals("distinctSubjects")
                    || name.equals("breachPersons")
                    || name.startsWith("subjectsBy.")
                    || name.startsWith("usPersonsByType.");
            return people ? Bands.of(value()) : value();
        }
    }

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

    /**
     * What one detector, another scanner or a person says of one column. Shares and confidences are per million.
     *
     * @param type what the dataset's place says that the column holds; empty where it says nothing
     * @param origin the file in which another scanner says so; empty where it is our own scan
     * @param review what a person said of it; empty where nobody did
     * @param reviewedBy the account that said so
     */
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
            String evidence,
            String type,
            String origin,
            String review,
            String reviewedBy,
            Optional<LocalDate> reviewedOn)
            implements Recorded {

        /** A scan that no longer finds what an earlier one found records a confidence of 0. */
        boolean found() {
            return confidence.orElse(1) != 0;
        }

        /** Whether it's a find that no person has rejected, or whose data have changed since. */
        boolean counts() {
            return found() && !review.equals("rejected");
        }

        /** Whether the data have changed since a person reviewed it. */
        boolean overtaken() {
            return found() && review.endsWith("-overtaken");
        }
    }

    /** How the reading of a dataset began or ended. */
    record OfScan(
            String run,
            String ref,
            String dataset,
            Stage stage,
            String fingerprint,
            String reason,
            OptionalLong expected,
            OptionalLong read,
            OptionalLong classified,
            OptionalLong rejected,
            OptionalLong filtered,
            boolean sampled,
            boolean whole,
            List<String> blind,
            List<Seen> grains)
            implements Recorded {

        /** How far the reading came. */
        enum Stage {
            OPENED,
            SKIPPED,
            READ
        }

        /** Whether the rows that were read are all accounted for; said only of a reading that came to its end. */
        boolean addsUp() {
            return read.isPresent()
                    && read.getAsLong() == classified.orElse(-1) + rejected.orElse(-1) + filtered.orElse(-1);
        }

        /** Whether every row was read and classified, though not by every detector. */
        boolean onlyBlind() {
            return !blind.isEmpty() && !sampled && rejected.orElse(1) == 0;
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
