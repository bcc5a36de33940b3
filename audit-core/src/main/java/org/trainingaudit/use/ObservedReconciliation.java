package org.trainingaudit.use;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Lays what is declared of a use beside what tools saw of it, and its claims beside each other. */
final class ObservedReconciliation {

    private static final String ACTIVITY = "activity";

    private final ReconciliationWork work;

    ObservedReconciliation(ReconciliationWork work) {
        this.work = work;
    }

    /**
     * Adds to the work what follows.
     *
     * @param company makes the names equal by which one company goes
     */
    void reconcile(Optional<ScannedDataset.ConsentRows> consent, UnaryOperator<String> company) {
        declaredOrSeen();
        activity();
        SeenOtherwise seen = SeenOtherwise.of(work.facts(), consent, company);
        seen.differences().forEach(this::differs);
        seen.added().forEach(work::stateIfUnknown);
        seen.compared()
                .ifPresent(
                        kinds -> work.state(DerivedFacts.OBSERVED_OTHERWISE, FactValue.Members.of(kinds), "reconcile"));
        StatisticalPurpose.doubt(work.facts()).ifPresent(this::notStatistical);
    }

    private void declaredOrSeen() {
        String said = "used for " + activities();
        work.fact(DerivedFacts.USE_UNDECLARED)
                .ifPresent(fact -> work.contradict("use", "not declared", said, fact.origin()));
        work.fact(DerivedFacts.USE_NOT_OBSERVED)
                .ifPresent(fact -> work.contradict("use", said, "not seen", "the documents that are watched"));
    }

    private void activity() {
        Set<String> seen = work.members(DerivedFacts.ACTIVITY_OBSERVED);
        Set<String> all = new TreeSet<>(work.members(ACTIVITY));
        if (work.fact(ACTIVITY).isPresent() && all.addAll(seen)) {
            String origin =
                    work.fact(DerivedFacts.ACTIVITY_OBSERVED).map(Fact::origin).orElse("");
            work.contradict(ACTIVITY, activities(), String.join(", ", seen), origin);
            work.state(ACTIVITY, new FactValue.Members(all), "reconcile");
        }
    }

    private String activities() {
        Set<String> said = work.members(ACTIVITY);
        return said.isEmpty() ? "nothing" : String.join(", ", said);
    }

    /** Purpose, place, recipient and consent. */
    private void differs(SeenOtherwise.Difference difference) {
        if (difference.unknown() || difference.instead().isPresent()) {
            work.refuted(difference.fact(), difference.observed() + " (" + difference.evidence() + ")");
        }
        work.contradict(difference.what(), difference.claimed(), difference.observed(), difference.evidence());
        if (difference.unknown()) {
            work.forget(difference.fact());
            work.weaken("'" + difference.fact() + "' is claimed, but what was seen is: " + difference.observed());
        }
        difference.instead().ifPresent(value -> work.state(difference.fact(), value, "reconcile"));
    }

    private void notStatistical(StatisticalPurpose.Doubt doubt) {
        if (StatisticalPurpose.isClaimed(work.facts())) {
            work.refuted(StatisticalPurpose.FACT, doubt.observed() + " (" + doubt.evidence() + ")");
            work.contradict(StatisticalPurpose.FACT, "true", doubt.observed(), doubt.evidence());
            work.forget(StatisticalPurpose.FACT);
        }
        if (doubt.excluded()) {
            work.stateIfUnknown(Fact.of(StatisticalPurpose.FACT, new FactValue.Bool(false), "reconcile"));
        }
    }
}
