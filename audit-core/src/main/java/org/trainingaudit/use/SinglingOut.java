package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.detection.Anonymity;
import org.trainingaudit.detection.Anonymity.Diversity;

/**
 * What a scan says of how far rows can be told apart without a name: by the columns that it knows itself, and by the key that
 * is declared of the dataset.
 *
 * @param facts what can be said for certain, or as the best estimate there is
 * @param doubts what speaks against a claim that nobody can be singled out
 */
record SinglingOut(List<Fact> facts, List<Doubt> doubts) {

    /** Claims that leave no person to be singled out. */
    private static final Set<String> NOBODY = Set.of("aggregate", "anonymous", "jp-anonymised-info");

    /** Fewer rows than this could point at one of their people, so how many there are is told nobody. */
    private static final int SMALL = 10;

    private static final int HUNDRED = 100;

    /**
     * Something that speaks against the claim.
     *
     * @param what the word behind {@code identifiability/} in the contradiction; empty where nothing is contradicted, since
     *     nothing is known
     * @param observed what the scan found
     * @param evidence what that rests on
     * @param refutes whether somebody can be singled out by it for certain
     */
    record Doubt(String what, String observed, String evidence, boolean refutes) {}

    /** Whether the claim says that nobody can be singled out. */
    static boolean isExcludedBy(String claim) {
        return NOBODY.contains(claim);
    }

    static SinglingOut of(ScannedDataset scan) {
        SinglingOut found = new SinglingOut(new ArrayList<>(), new ArrayList<>());
        scan.uniqueRows().ifPresent(found::known);
        scan.anonymity().ifPresent(key -> found.declared(key, scan.complete()));
        found.uncounted(scan.uncounted());
        return found;
    }

    private void known(ScannedDataset.UniqueRows rows) {
        state(DerivedFacts.UNIQUE_ROWS_PERCENT, rows.percent());
        state(DerivedFacts.SMALLEST_GROUP, rows.smallestGroup());
        if (rows.percent() > 0) {
            doubts.add(new Doubt("unique-rows", rows.shown(), "the scan's count of rows", true));
        }
    }

    private void uncounted(List<String> columns) {
        if (!columns.isEmpty()) {
            String nothing = "no count of how many rows share their " + String.join(", ", columns)
                    + ", since these aren't counted (countCombinations is false)";
            doubts.add(new Doubt("", nothing, "", false));
        }
    }

    private void declared(Anonymity key, boolean complete) {
        if (!key.counted()) {
            String absent = "the dataset has no column " + String.join(", ", key.absent()) + " of its declared key";
            doubts.add(new Doubt("declared-key", absent, "the names of its columns", false));
            return;
        }
        share(DerivedFacts.KEY_UNIQUE_ROWS_PERCENT, key.uniqueRows(), key, complete);
        share(DerivedFacts.KEY_SMALL_GROUPS_PERCENT, key.smallRows(), key, complete);
        if (complete && key.smallestIsCertain()) {
            state(DerivedFacts.K_ANONYMITY, key.smallestGroup());
        }
        diversity(key, complete);
        if (key.smallRows() > 0) {
            doubts.add(new Doubt("small-groups", shown(key), evidence(key), true));
        } else if (!key.exact()) {
            doubts.add(new Doubt(
                    "",
                    "there are more combinations of " + columns(key)
                            + " than could be counted, so that rare ones may be" + " among them",
                    "",
                    false));
        }
    }

    /** A share of 0 counts only where every row was seen and every group kept. */
    private void share(String fact, long rows, Anonymity key, boolean complete) {
        if (key.rows() > 0 && (rows > 0 || (complete && key.exact()))) {
            state(fact, percent(rows, key.rows()));
        }
    }

    /** The least diverse sensitive column counts. */
    private void diversity(Anonymity key, boolean complete) {
        List<Diversity> filled =
                key.diversity().stream().filter(one -> one.distinct() > 0).toList();
        boolean certain = complete && !filled.isEmpty() && filled.stream().allMatch(key::isCertain);
        boolean single = filled.stream().anyMatch(one -> one.distinct() == 1);
        if (certain || (complete && single)) {
            state(
                    DerivedFacts.L_DIVERSITY,
                    filled.stream().mapToInt(Diversity::distinct).min().orElseThrow());
        }
        if (certain && key.exact()) {
            state(
                    DerivedFacts.L_DIVERSITY_ENTROPY,
                    filled.stream().mapToInt(Diversity::entropyHundredths).min().orElseThrow());
        }
        filled.stream()
                .filter(one -> one.distinct() == 1)
                .forEach(one -> doubts.add(new Doubt(
                        "diversity-" + one.column(),
                        "some who are alike in " + columns(key) + " all have the same " + one.column(),
                        evidence(key),
                        false)));
    }

    private void state(String fact, long value) {
        facts.add(Fact.of(fact, new FactValue.Whole(value), "scan"));
    }

    private static String shown(Anonymity key) {
        return shown(key.uniqueRows(), key.rows()) + " unique and " + shown(key.smallRows(), key.rows())
                + " in groups of fewer than " + key.k() + " by " + columns(key);
    }

    private static String shown(long rows, long of) {
        if (rows == 0) {
            return "no row";
        }
        return rows < SMALL ? "fewer than " + SMALL + " rows" : percent(rows, of) + " % of rows";
    }

    private static String columns(Anonymity key) {
        return String.join(", ", key.quasiIdentifiers());
    }

    private static String evidence(Anonymity key) {
        return key.exact()
                ? "the scan's count of rows by the declared key"
                : "the scan's sample of groups by the declared key, give or take " + percent(key.margin(), key.rows())
                        + " % of rows";
    }

    /** Rounded up, so that 0 means none. */
    private static int percent(long rows, long of) {
        return (int) Math.min(HUNDRED, Math.ceil((double) HUNDRED * rows / of));
    }

    /** The contradiction's word, where there is one. */
    static Optional<String> what(Doubt doubt) {
        return doubt.what().isEmpty() ? Optional.empty() : Optional.of("identifiability/" + doubt.what());
    }
}
