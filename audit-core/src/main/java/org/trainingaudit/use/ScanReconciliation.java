package org.trainingaudit.use;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.taxonomy.Taxonomy;

/** Lays what is declared of a use beside what the scan found in its dataset. */
final class ScanReconciliation {

    private static final String SINGLING_OUT = "singlingOutPossible";
    private static final String CATEGORIES = "categories";
    private static final String IDENTIFIABILITY = "identifiability";

    private final Taxonomy taxonomy;
    private final double threshold;
    private final Deidentification deidentification;

    /** With the confidence from which a category counts as found. */
    ScanReconciliation(Taxonomy taxonomy, double threshold) {
        this.taxonomy = taxonomy;
        this.threshold = threshold;
        this.deidentification = new Deidentification(taxonomy);
    }

    /** Adds to the work what follows from the scan, or from there being none. */
    void reconcile(ReconciliationWork work, Optional<ScannedDataset> scan) {
        scan.ifPresentOrElse(found -> new OneScan(work, found).reconcile(), () -> withoutScan(work));
    }

    private static void withoutScan(ReconciliationWork work) {
        String dataset = work.use().dataset();
        if (dataset.isEmpty()) {
            work.weaken("no dataset is named");
            return;
        }
        work.weaken("dataset '" + dataset + "' is in none of the sources");
        work.contradict("dataset", dataset, "in none of the sources", "the list of sources and datasets");
    }

    /** One use and the scan of its dataset. */
    private final class OneScan {

        private final ReconciliationWork work;
        private final ScannedDataset scan;
        private final Set<String> certain;
        private final Set<String> doubtful;

        OneScan(ReconciliationWork work, ScannedDataset scan) {
            this.work = work;
            this.scan = scan;
            this.certain = found(scan, true);
            this.doubtful = found(scan, false);
        }

        void reconcile() {
            if (!scan.scanned()) {
                work.weaken("dataset '" + scan.id() + "' was not scanned: " + scan.reason());
                return;
            }
            if (!scan.complete()) {
                work.weaken("dataset '" + scan.id() + "' was not scanned whole: " + scan.reason());
            }
            categories();
            scan.checklistFacts().forEach(work::state);
            // Before the claim is refuted otherwise, so that all that speaks against it is told.
            singlingOut();
            identifiability();
            scan.consent().ifPresent(this::consent);
        }

        private void consent(ScannedDataset.ConsentRows rows) {
            FactValue percent = new FactValue.Whole(rows.percentWithout());
            work.state(DerivedFacts.ROWS_WITHOUT_CONSENT_PERCENT, percent, "scan");
        }

        /** Whoever claims that nobody can be singled out is asked again where the scan could single rows out, or can't tell. */
        private void singlingOut() {
            SinglingOut found = SinglingOut.of(scan);
            found.facts().forEach(work::state);
            work.said(IDENTIFIABILITY)
                    .filter(SinglingOut::isExcludedBy)
                    .ifPresent(claim -> found.doubts().forEach(doubt -> doubt(claim, doubt)));
        }

        private void doubt(String claim, SinglingOut.Doubt doubt) {
            SinglingOut.what(doubt).ifPresent(what -> work.contradict(what, claim, doubt.observed(), doubt.evidence()));
            if (doubt.refutes()) {
                work.refuted(SINGLING_OUT, "the scan, which found " + doubt.observed());
                work.state(SINGLING_OUT, new FactValue.Bool(true), "reconcile");
            }
            work.weaken("'" + claim + "' is claimed, but the scan found " + doubt.observed());
        }

        private void categories() {
            boolean declared = work.fact(CATEGORIES).isPresent();
            Set<String> stated = work.members(CATEGORIES);
            Set<String> all = new TreeSet<>(stated);
            all.addAll(certain);
            if (declared) {
                undeclared(stated);
            }
            if (!declared && (scan.complete() || !certain.isEmpty())) {
                work.state(CATEGORIES, new FactValue.Members(all), "scan");
            } else if (declared && all.size() > stated.size()) {
                moreThanDeclared(stated, all);
            }
            uncertain(all);
        }

        private void undeclared(Set<String> stated) {
            boolean found = certain.stream().anyMatch(category -> !isCovered(category, stated));
            if (found || scan.complete()) {
                work.state(DerivedFacts.SCAN_FOUND_UNDECLARED_CATEGORIES, new FactValue.Bool(found), "scan");
            }
        }

        private void moreThanDeclared(Set<String> stated, Set<String> all) {
            Set<String> missing = new TreeSet<>(certain);
            missing.removeAll(stated);
            work.refuted(CATEGORIES, "the scan, which also found " + Refutation.evidence(scan, missing));
            work.state(CATEGORIES, new FactValue.Members(all), "reconcile");
            String claimed = stated.isEmpty() ? "no categories" : String.join(", ", stated);
            certain.stream()
                    .filter(category -> !isCovered(category, stated))
                    .forEach(category -> work.contradict(
                            CATEGORIES + "/" + category,
                            claimed,
                            category,
                            Refutation.evidence(scan, Set.of(category))));
        }

        private void uncertain(Set<String> counted) {
            Set<String> rest = new TreeSet<>(doubtful);
            rest.removeIf(category -> isCovered(category, counted));
            if (scan.complete() || !rest.isEmpty()) {
                work.state(DerivedFacts.CATEGORIES_UNCERTAIN, new FactValue.Members(rest), "scan");
            }
        }

        private void identifiability() {
            work.said(IDENTIFIABILITY)
                    .filter(Deidentification::canBeRefuted)
                    .ifPresent(claim -> Refutation.of(claim, deidentification, scan, certain, doubtful)
                            .ifPresentOrElse(against -> against(claim, against), this::nothingAgainst));
        }

        private void against(String claim, Refutation against) {
            String evidence = against.evidence();
            if (against.certain()) {
                work.refuted(IDENTIFIABILITY, "the scan, which found " + evidence);
                work.state(IDENTIFIABILITY, new FactValue.Text("identified"), "reconcile");
                work.state(DerivedFacts.SCAN_CONTRADICTS_IDENTIFIABILITY, new FactValue.Bool(true), "scan");
                work.contradict(IDENTIFIABILITY, claim, against.observed(), evidence);
                return;
            }
            work.refuted(IDENTIFIABILITY, "the scan, which may have found " + evidence);
            work.forget(IDENTIFIABILITY);
            work.weaken("'" + claim + "' is claimed, but the scan may have found " + evidence);
        }

        private void nothingAgainst() {
            if (scan.complete()) {
                work.state(DerivedFacts.SCAN_CONTRADICTS_IDENTIFIABILITY, new FactValue.Bool(false), "scan");
            }
        }
    }

    private Set<String> found(ScannedDataset scan, boolean certain) {
        Set<String> found = new TreeSet<>();
        scan.categories().forEach((category, confidence) -> {
            if (confidence >= threshold == certain && confidence > 0) {
                found.add(category);
            }
        });
        return found;
    }

    /** Whether the category says nothing that one of the others, wider or narrower, doesn't say. */
    private boolean isCovered(String category, Set<String> others) {
        return others.stream()
                .anyMatch(other -> category.equals(other)
                        || taxonomy.isUnder(category, other)
                        || taxonomy.isUnder(other, category));
    }
}
