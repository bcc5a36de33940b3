package org.trainingaudit.use;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Gathers what tags, owners and versions tell of one use, as facts. */
final class SeenBeside {

    private final Tells tells;
    private final Consumer<String> untold;
    private final Map<String, Set<String>> facts = new TreeMap<>();

    /** With what gets a tag of which nobody has said what it means. */
    SeenBeside(Tells tells, Consumer<String> untold) {
        this.tells = tells;
        this.untold = untold;
    }

    void job(Map<String, Set<String>> tags, Set<String> recipients) {
        recipients.forEach(recipient -> add(DerivedFacts.RECIPIENTS_OBSERVED, recipient));
        tells.each(tags, (what, value) -> add(fact(what), value), (what, tag) -> untold.accept(tag));
    }

    /** Of a dataset's own tags only consent counts: it may be used for other ends and elsewhere than it was meant for. */
    void dataset(DatasetTold dataset) {
        dataset.owners().forEach(owner -> add(DerivedFacts.DATASET_OWNERS_OBSERVED, owner));
        dataset.versions().forEach(version -> add(DerivedFacts.DATASET_VERSIONS_OBSERVED, version));
        tells.each(
                dataset.tags(),
                (what, value) -> {
                    if (what == Tells.What.CONSENT) {
                        add(fact(what), value);
                    }
                },
                (what, tag) -> {
                    if (what == Tells.What.CONSENT) {
                        untold.accept(tag);
                    }
                });
    }

    private void add(String fact, String value) {
        facts.computeIfAbsent(fact, unseen -> new TreeSet<>()).add(value);
    }

    private static String fact(Tells.What what) {
        return switch (what) {
            case PURPOSE -> DerivedFacts.PURPOSES_OBSERVED;
            case PLACE -> DerivedFacts.TRAINING_LOCATION_OBSERVED;
            case RECIPIENT -> DerivedFacts.RECIPIENTS_OBSERVED;
            case CONSENT -> DerivedFacts.CONSENT_OBSERVED;
        };
    }

    /** By name; none without a value. */
    Map<String, Set<String>> facts() {
        return facts;
    }
}
