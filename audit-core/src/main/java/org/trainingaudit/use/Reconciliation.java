package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private static final String SINGLING_OUT = "singlingOutPossible";

    private final Taxonomy taxonomy;
    private final double threshold;
    private final Deidentification deidentification;
    private final UnaryOperator<String> company;

    private Reconciliation(Taxonomy taxonomy, double threshold, UnaryOperator<String> company) {
        this.taxonomy = taxonomy;
        this.threshold = threshold;
        this.company = company;
        this.deidentification = new Deidentification(taxonomy);
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
        return new Reconciliation(taxonomy, threshold, UnaryOperator.identity());
    }

    /** The same, where a company may go by several names; two are one where the function makes them equal. */
    public Reconciliation with(UnaryOperator<String> names) {
        return new Reconciliation(taxonomy, threshold, names);
    }

    /**
     * The use as it counts from now on.
     *
     * @param scan what the scan says of the use's dataset; nothing where no source has that dataset
     */
    public ReconciledUse reconcile(Use use, Optional<ScannedDataset> scan) {
        Work work = new Work(use);
        use.doubt().ifPresent(work::weaken);
        if (scan.isEmpty()) {
            work.withoutScan();
        } else {
            work.scanned(scan.get());
        }
        work.observed();
        work.statistical();
        return work.result();
    }

    /** The state of one reconciliation. */
    private final class Work {

        private final Use use;
        private final Map<String, Fact> facts = new LinkedHashMap<>();
        private final List<String> weaknesses = new ArrayList<>();
        private final List<Contradiction> contradictions = new ArrayList<>();
        private final List<SetAside> setAside;
        private Optional<ScannedDataset.ConsentRows> consent = Optional.empty();

        Work(Use use) {
            this.use = use;
            this.setAside = new ArrayList<>(use.facts().setAside());
            use.facts().all().forEach(fact -> facts.put(fact.name(), fact));
            facts.remove(DerivedFacts.CATEGORIES_UNCERTAIN);
            facts.remove(DerivedFacts.SCAN_CONTRADICTS_IDENTIFIABILITY);
            facts.remove(DerivedFacts.SCAN_FOUND_UNDECLARED_CATEGORIES);
            facts.remove(DerivedFacts.CATEGORIES_DECLARED);
            Optional.ofNullable(facts.get("categories"))
                    .ifPresent(fact -> state(DerivedFacts.CATEGORIES_DECLARED, fact.value(), fact.origin()));
            DerivedFacts.OF_SINGLING_OUT.forEach(facts::remove);
            facts.remove(DerivedFacts.SAFE_HARBOR_PRESENT);
            facts.remove(DerivedFacts.SAFE_HARBOR_UNKNOWN);
            facts.remove(DerivedFacts.ROWS_WITHOUT_CONSENT_PERCENT);
            facts.remove(DerivedFacts.OBSERVED_OTHERWISE);
        }

        ReconciledUse result() {
            contradictions.sort(Comparator.comparing(Contradiction::what));
            return new ReconciledUse(
                    use.withFacts(Facts.of(new TreeMap<>(facts), setAside)),
                    !weaknesses.isEmpty(),
                    String.join("; ", weaknesses),
                    contradictions);
        }

        void weaken(String reason) {
            weaknesses.add(reason);
        }

        void withoutScan() {
            if (use.dataset().isEmpty()) {
                weaken("no dataset is named");
                return;
            }
            weaken("dataset '" + use.dataset() + "' is in none of the sources");
            contradict("dataset", use.dataset(), "in none of the sources", "the list of sources and datasets");
        }

        void scanned(ScannedDataset scan) {
            if (!scan.scanned()) {
                weaken("dataset '" + scan.id() + "' was not scanned: " + scan.reason());
                return;
            }
            if (!scan.complete()) {
                weaken("dataset '" + scan.id() + "' was not scanned whole: " + scan.reason());
            }
            categories(scan);
            scan.checklistFacts().forEach(fact -> facts.put(fact.name(), fact));
            // Before the claim is refuted otherwise, so that all that speaks against it is told.
            singlingOut(scan);
            identifiability(scan);
            scan.consent()
                    .ifPresent(rows -> state(
                            DerivedFacts.ROWS_WITHOUT_CONSENT_PERCENT,
                            new FactValue.Whole(rows.percentWithout()),
                            "scan"));
            consent = scan.consent();
        }

        /** Whoever claims that nobody can be singled out is asked again where the scan could single rows out, or can't tell. */
        private void singlingOut(ScannedDataset scan) {
            SinglingOut found = SinglingOut.of(scan);
            found.facts().forEach(fact -> facts.put(fact.name(), fact));
            Optional.ofNullable(facts.get("identifiability"))
                    .map(fact -> String.valueOf(fact.value().json()))
                    .filter(SinglingOut::isExcludedBy)
                    .ifPresent(claim -> found.doubts().forEach(doubt -> doubt(claim, doubt)));
        }

        private void doubt(String claim, SinglingOut.Doubt doubt) {
            SinglingOut.what(doubt).ifPresent(what -> contradict(what, claim, doubt.observed(), doubt.evidence()));
            if (doubt.refutes()) {
                refuted(SINGLING_OUT, "the scan, which found " + doubt.observed());
                state(SINGLING_OUT, new FactValue.Bool(true), "reconcile");
            }
            weaken("'" + claim + "' is claimed, but the scan found " + doubt.observed());
        }

        private void categories(ScannedDataset scan) {
            Optional<Fact> declared = Optional.ofNullable(facts.get("categories"));
            Set<String> stated = declared.map(Reconciliation::members).orElse(Set.of());
            Set<String> certain = found(scan, true);
            undeclared(scan, declared, stated, certain);
            Set<String> all = new TreeSet<>(stated);
            all.addAll(certain);
            if (declared.isEmpty() && (scan.complete() || !certain.isEmpty())) {
                state("categories", new FactValue.Members(all), "scan");
            } else if (declared.isPresent() && all.size() > stated.size()) {
                String missing = Refutation.evidence(scan, without(certain, stated));
                refuted("categories", "the scan, which also found " + missing);
                state("categories", new FactValue.Members(all), "reconcile");
                certain.stream()
                        .filter(category -> !isCovered(category, stated))
                        .forEach(category -> contradict(
                                "categories/" + category,
                                stated.isEmpty() ? "no categories" : String.join(", ", stated),
                                category,
                                Refutation.evidence(scan, Set.of(category))));
            }
            uncertain(scan, all);
        }

        private void undeclared(ScannedDataset scan, Optional<Fact> declared, Set<String> stated, Set<String> certain) {
            boolean found = certain.stream().anyMatch(category -> !isCovered(category, stated));
            if (declared.isPresent() && (found || scan.complete())) {
                state(DerivedFacts.SCAN_FOUND_UNDECLARED_CATEGORIES, new FactValue.Bool(found), "scan");
            }
        }

        private void uncertain(ScannedDataset scan, Set<String> counted) {
            Set<String> doubtful = found(scan, false);
            doubtful.removeIf(category -> isCovered(category, counted));
            if (scan.complete() || !doubtful.isEmpty()) {
                state(DerivedFacts.CATEGORIES_UNCERTAIN, new FactValue.Members(doubtful), "scan");
            }
        }

        private void identifiability(ScannedDataset scan) {
            Optional<String> claim = Optional.ofNullable(facts.get("identifiability"))
                    .map(fact -> String.valueOf(fact.value().json()));
            if (claim.filter(Deidentification::canBeRefuted).isEmpty()) {
                return;
            }
            Optional<Refutation> against =
                    Refutation.of(claim.get(), deidentification, scan, found(scan, true), found(scan, false));
            if (against.filter(Refutation::certain).isPresent()) {
                String evidence = against.get().evidence();
                refuted("identifiability", "the scan, which found " + evidence);
                state("identifiability", new FactValue.Text("identified"), "reconcile");
                state(DerivedFacts.SCAN_CONTRADICTS_IDENTIFIABILITY, new FactValue.Bool(true), "scan");
                contradict("identifiability", claim.get(), against.get().observed(), evidence);
            } else if (against.isPresent()) {
                String evidence = against.get().evidence();
                refuted("identifiability", "the scan, which may have found " + evidence);
                facts.remove("identifiability");
                weaken("'" + claim.get() + "' is claimed, but the scan may have found " + evidence);
            } else if (scan.complete()) {
                state(DerivedFacts.SCAN_CONTRADICTS_IDENTIFIABILITY, new FactValue.Bool(false), "scan");
            }
        }

        /** What is declared beside what tools saw. */
        void observed() {
            Optional.ofNullable(facts.get(DerivedFacts.USE_UNDECLARED))
                    .ifPresent(fact -> contradict("use", "not declared", "used for " + activities(), fact.origin()));
            Optional.ofNullable(facts.get(DerivedFacts.USE_NOT_OBSERVED))
                    .ifPresent(fact -> contradict(
                            "use", "used for " + activities(), "not seen", "the documents that are watched"));
            Set<String> seen = Optional.ofNullable(facts.get(DerivedFacts.ACTIVITY_OBSERVED))
                    .map(Reconciliation::members)
                    .orElse(Set.of());
            Optional<Fact> declared = Optional.ofNullable(facts.get("activity"));
            Set<String> all =
                    new TreeSet<>(declared.map(Reconciliation::members).orElse(Set.of()));
            String claimed = activities();
            if (declared.isPresent() && all.addAll(seen)) {
                contradict("activity", claimed, String.join(", ", seen), origin(DerivedFacts.ACTIVITY_OBSERVED));
                state("activity", new FactValue.Members(all), "reconcile");
            }
            otherwise();
        }

        /** Purpose, place, recipient and consent. */
        private void otherwise() {
            SeenOtherwise seen = SeenOtherwise.of(Facts.of(facts.values()), consent, company);
            for (SeenOtherwise.Difference difference : seen.differences()) {
                if (difference.unknown() || difference.instead().isPresent()) {
                    refuted(difference.fact(), difference.observed() + " (" + difference.evidence() + ")");
                }
                contradict(difference.what(), difference.claimed(), difference.observed(), difference.evidence());
                if (difference.unknown()) {
                    facts.remove(difference.fact());
                    weaken("'" + difference.fact() + "' is claimed, but what was seen is: " + difference.observed());
                }
                difference.instead().ifPresent(value -> state(difference.fact(), value, "reconcile"));
            }
            seen.added().forEach(fact -> facts.putIfAbsent(fact.name(), fact));
            seen.compared()
                    .ifPresent(
                            kinds -> state(DerivedFacts.OBSERVED_OTHERWISE, FactValue.Members.of(kinds), "reconcile"));
        }

        private String activities() {
            return Optional.ofNullable(facts.get("activity"))
                    .map(fact -> String.join(", ", members(fact)))
                    .filter(said -> !said.isEmpty())
                    .orElse("nothing");
        }

        private String origin(String name) {
            return Optional.ofNullable(facts.get(name)).map(Fact::origin).orElse("");
        }

        void statistical() {
            Facts known = Facts.of(facts.values());
            StatisticalPurpose.doubt(known).ifPresent(doubt -> {
                if (StatisticalPurpose.isClaimed(known)) {
                    refuted(StatisticalPurpose.FACT, doubt.observed() + " (" + doubt.evidence() + ")");
                    contradict(StatisticalPurpose.FACT, "true", doubt.observed(), doubt.evidence());
                    facts.remove(StatisticalPurpose.FACT);
                }
                if (doubt.excluded()) {
                    facts.putIfAbsent(StatisticalPurpose.FACT, reconciled(new FactValue.Bool(false)));
                }
            });
        }

        /** What somebody vouched for is kept beside what counts instead; what was merely stated is in the contradiction. */
        private void refuted(String name, String evidence) {
            Optional.ofNullable(facts.get(name))
                    .filter(fact -> fact.attestation().isPresent())
                    .ifPresent(fact -> setAside.add(SetAside.contradicted(fact, evidence)));
        }

        private Fact reconciled(FactValue value) {
            return Fact.of(StatisticalPurpose.FACT, value, "reconcile");
        }

        private void state(String name, FactValue value, String origin) {
            facts.put(name, Fact.of(name, value, origin));
        }

        private void contradict(String what, String claimed, String observed, String evidence) {
            String name = what.contains("/") ? what.substring(0, what.indexOf('/')) : what;
            String voucher = setAside.stream()
                    .filter(each -> each.why() == SetAside.Why.CONTRADICTED)
                    .filter(each -> each.fact().name().equals(name))
                    .flatMap(each -> each.fact().voucher().stream())
                    .map(text -> ", " + text)
                    .findFirst()
                    .orElse("");
            contradictions.add(new Contradiction(use.id(), what, claimed + voucher, observed, evidence));
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

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> members(Fact fact) {
        return fact.value() instanceof FactValue.Members members ? members.values() : Set.of();
    }
}
