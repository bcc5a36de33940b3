package org.trainingaudit.use;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.trainingaudit.taxonomy.Taxonomy;

/**
 * Lays what is declared of a use beside what the scan saw of its dataset. A pure function: the same use and scan give the
 * same result.
 *
 * <p>The facts it sets, from what, and how certain each is:
 *
 * <table>
 *   <caption>Derived facts</caption>
 *   <tr><th>fact</th><th>set to</th><th>origin</th></tr>
 *   <tr><td>{@code categories}</td><td>the declared ones and those found with at least the threshold's confidence. Not
 *       set where none are declared and the scan wasn't whole and found none. That more are there is never excluded by
 *       it, which is why a scan that wasn't whole makes the use weak</td><td>{@code scan}, or {@code reconcile} where
 *       both sides say something</td></tr>
 *   <tr><td>{@code categoriesDeclared}</td><td>{@code categories} as the register or document has them; not set where it
 *       says nothing</td><td>that of {@code categories}</td></tr>
 *   <tr><td>{@code scanFoundUndeclaredCategories}</td><td>true, where the scan found one with at least the threshold's
 *       confidence that neither is declared nor lies under or above one that is; false, where a whole scan found
 *       none</td><td>{@code scan}</td></tr>
 *   <tr><td>{@code categoriesUncertain}</td><td>those found with less, and not in {@code categories}. A rule that asks for
 *       one of them can't be decided</td><td>{@code scan}</td></tr>
 *   <tr><td>{@code activity}</td><td>the declared ones and those in {@code activityObserved}</td><td>{@code
 *       reconcile}</td></tr>
 *   <tr><td>{@code identifiability}</td><td>{@code identified}, where the claim is refuted with certainty: the data are
 *       judged as what they are, so the claim opens nothing. Unknown, and the use weak, where what would refute it was
 *       found with too little confidence. Else as declared</td><td>{@code reconcile}</td></tr>
 *   <tr><td>{@code scanContradictsIdentifiability}</td><td>see {@link
 *       DerivedFacts#SCAN_CONTRADICTS_IDENTIFIABILITY}</td><td>{@code scan}</td></tr>
 *   <tr><td>{@code uniqueRowsPercent}, {@code smallestGroup} and those of a declared key</td><td>see {@link DerivedFacts}
 *       and {@link SinglingOut}; where rows are unique or in small groups and {@code aggregate}, {@code anonymous} or {@code
 *       jp-anonymised-info} is claimed, {@code singlingOutPossible} becomes true and the use weak</td><td>{@code scan}</td></tr>
 *   <tr><td>{@code solePurposeStatistical}</td><td>false, where {@code individualDecisionUse} is true, {@code
 *       modelKind} is one that is used on persons, or {@code outputReproducesIndividuals} is yes; unknown instead of a
 *       claimed true for a generative model without a test, and while the only activities come before the training. Else
 *       as declared. Certain as the facts it follows from</td><td>{@code reconcile}</td></tr>
 *   <tr><td>{@code purposes}, {@code sovereignty.trainingLocation}, {@code recipientId}, {@code consentObtained}</td><td>see
 *       {@link SeenOtherwise}, which lays them beside what was seen</td><td>{@code reconcile}</td></tr>
 * </table>
 *
 * <p>What a register says of a fact that only the program sets doesn't count.
 */
public final class Reconciliation {

    /** The confidence from which a category counts as found, where the configuration says nothing else. */
    public static final double DEFAULT_THRESHOLD = 0.7;

    private final ScanReconciliation scans;
    private final UnaryOperator<String> company;

    private Reconciliation(ScanReconciliation scans, UnaryOperator<String> company) {
        this.scans = scans;
        this.company = company;
    }

    /**
     * With a confidence from which a category counts as found.
     *
     * @throws IllegalArgumentException where the threshold isn't above 0 and at most 1
     */
    public static Reconciliation of(Taxonomy taxonomy, double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must lie in (0, 1], but was " + threshold);
        }
        return new Reconciliation(new ScanReconciliation(taxonomy, threshold), UnaryOperator.identity());
    }

    /** The same, where a company may go by several names; two are one where the function makes them equal. */
    public Reconciliation with(UnaryOperator<String> names) {
        return new Reconciliation(scans, names);
    }

    /**
     * The use as it counts from now on.
     *
     * @param scan what the scan says of the use's dataset; nothing where no source has that dataset
     */
    public ReconciledUse reconcile(Use use, Optional<ScannedDataset> scan) {
        ReconciliationWork work = new ReconciliationWork(use);
        use.doubt().ifPresent(work::weaken);
        scans.reconcile(work, scan);
        new ObservedReconciliation(work)
                .reconcile(scan.filter(ScannedDataset::scanned).flatMap(ScannedDataset::consent), company);
        return work.result();
    }
}
