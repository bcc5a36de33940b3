package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The counts of a run.
 *
 * @param run its key
 * @param kind who started it, and whether it counts
 * @param businessDate the night's date
 * @param asOf the day as of which the law was read
 * @param comparedWith the business date of the nightly or manual run before; empty for the first
 * @param uses uses that aren't over
 * @param regimes verdicts by regime, by id
 * @param unreadDocuments registers and documents of which not all were read to their end: a use may be missing
 * @param notJudged regimes of the configuration by which the run couldn't judge
 * @param withoutVerdict pairs of a use and a regime that governs it for which the trail has no verdict
 * @param usesInViolation uses with at least one violation
 * @param provisionalViolations violations that rest on a step whose date isn't fixed, as those of a law to come
 * @param missingFacts names of facts that are missing somewhere, each counted once for each use
 * @param datasets what was read
 * @param findings violations followed over the nights
 * @param changes what is different from the run before
 */
public record NightSummary(
        String run,
        RunKind kind,
        LocalDate businessDate,
        LocalDate asOf,
        Optional<LocalDate> comparedWith,
        long uses,
        List<RegimeCounts> regimes,
        List<String> unreadDocuments,
        List<String> notJudged,
        long withoutVerdict,
        long usesInViolation,
        long provisionalViolations,
        long missingFacts,
        DatasetCounts datasets,
        FindingCounts findings,
        Changes changes) {

    /** All violations, over all regimes. */
    public long violations() {
        return regimes.stream().mapToLong(RegimeCounts::violation).sum();
    }

    /** All verdicts that a person has to decide, over all regimes. */
    public long needsReview() {
        return regimes.stream().mapToLong(RegimeCounts::needsReview).sum();
    }

    /**
     * Whether every dataset was read by every detector, now or when it last changed, every register and document read to its
     * end, and every use judged by every regime. Rows that could not be read leave a run complete, see {@link #everyRowRead}.
     */
    public boolean complete() {
        return datasets.notScanned() == 0
                && datasets.blindDetectors().isEmpty()
                && unreadDocuments.isEmpty()
                && notJudged.isEmpty()
                && withoutVerdict == 0;
    }

    /** Whether every row of every dataset that was scanned, now or when it last changed, was read and classified. */
    public boolean everyRowRead() {
        return datasets.incomplete() == 0;
    }

    /**
     * Verdicts of one regime.
     *
     * @param provisional whether any of them rests on a step whose date isn't fixed
     * @param change violations more, or fewer, than before; empty where there is nothing to compare with
     */
    public record RegimeCounts(
            String regime,
            long violation,
            long needsReview,
            long notYetApplicable,
            long compliant,
            long notApplicable,
            boolean provisional,
            OptionalLong change) {

        /** The uses that the regime governs. */
        public long governed() {
            return violation + needsReview + notYetApplicable + compliant;
        }
    }

    /**
     * Datasets.
     *
     * @param scanned read by the run
     * @param unchanged read by an earlier run and the same since
     * @param notScanned not read although declared
     * @param incomplete scanned or unchanged, but not every row was read and classified
     * @param rowsRead rows of the scanned ones
     * @param classified of those, seen by the detectors
     * @param rejected of those, not readable
     * @param filtered of those, left out on purpose
     * @param skipped those that weren't scanned
     * @param unread of the incomplete ones, those with rows that could not be read
     * @param blindDetectors that didn't find their own examples when a dataset was read, by id
     * @param reviewsOvertaken reviews of columns that no longer hold, since the data have changed
     */
    public record DatasetCounts(
            long scanned,
            long unchanged,
            long notScanned,
            long incomplete,
            long rowsRead,
            long classified,
            long rejected,
            long filtered,
            List<SkippedDataset> skipped,
            long unread,
            List<String> blindDetectors,
            long reviewsOvertaken) {

        public DatasetCounts {
            skipped = List.copyOf(skipped);
            blindDetectors = List.copyOf(blindDetectors);
        }

        /** All datasets that the run covers. */
        public long all() {
            return scanned + unchanged + notScanned;
        }
    }

    /** A dataset that wasn't scanned, and why. */
    public record SkippedDataset(String dataset, String reason) {}

    /**
     * Findings.
     *
     * @param open all that are open, the waived ones among them
     * @param waived open but accepted for a time
     * @param opened opened or opened again by the run
     * @param reopened of those, opened again: closed before, or no longer covered by a waiver
     * @param stillOpen open before the run and after it
     * @param closed closed by the run
     * @param overdue past the day by which they had to be mended, and not waived
     */
    public record FindingCounts(
            long open, long waived, long opened, long reopened, long stillOpen, long closed, long overdue) {}

    /**
     * Verdicts that changed.
     *
     * @param newViolations that weren't violations, or weren't there, before
     * @param nowCompliant that were something else before
     * @param other all other changes, verdicts that no longer stand among them
     */
    public record Changes(Alike newViolations, Alike nowCompliant, long other) {}

    /**
     * Verdicts that changed in the same way.
     *
     * @param pairs of use and regime
     * @param uses of them, each counted once
     * @param first the first of them by use and regime, for a page; not more than {@link #MOST_SHOWN} uses
     */
    public record Alike(long pairs, long uses, List<Change> first) {

        /** Of so many uses the changes are kept. */
        public static final int MOST_SHOWN = 100;

        public Alike {
            first = List.copyOf(first);
        }
    }

    /** The verdict that changed. */
    public record Change(String use, String regime) {}
}
