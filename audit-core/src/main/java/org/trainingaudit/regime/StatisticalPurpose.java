package org.trainingaudit.regime;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.use.FactDefinition;

/**
 * Whether a use serves only to find trends or characteristics. What a register claims is not taken at its word:
 *
 * <ul>
 *   <li>a claim of false stays false;
 *   <li>false, whatever is claimed, where the output is used on specific persons, where a test shows that the output
 *       reproduces persons, or where the model profiles, recognises people or emotions, or takes significant decisions;
 *   <li>unknown for a generative model unless a test shows that it doesn't reproduce persons;
 *   <li>unknown, whatever the model, where nothing is trained or handed on yet: the only activities are acquiring,
 *       correcting bias or evaluating;
 *   <li>else what is claimed.
 * </ul>
 *
 * <p>A missing fact that could make it false keeps it from being true.
 */
final class StatisticalPurpose {

    static final String FACT = "solePurposeStatistical";

    private static final String DECIDES = "individualDecisionUse";
    private static final String MODEL = "modelKind";
    private static final String REPRODUCES = "outputReproducesIndividuals";
    private static final String ACTIVITY = "activity";
    private static final List<String> PERSONAL_MODELS =
            List.of("profiling", "biometric-recognition", "adm-significant", "emotion");
    private static final Set<String> PREPARING = Set.of("acquire", "bias-correction", "evaluate");

    private final int claim;
    private final Condition contradicted;
    private final Condition doubtful;

    private StatisticalPurpose(int claim, Condition contradicted, Condition doubtful) {
        this.claim = claim;
        this.contradicted = contradicted;
        this.doubtful = doubtful;
    }

    /** Over the facts that it rests on; nothing where the catalogue doesn't have them, and then the claim stands. */
    static Optional<StatisticalPurpose> over(FactSlots slots) {
        for (String each : List.of(DECIDES, MODEL, REPRODUCES, ACTIVITY)) {
            if (slots.find(each).isEmpty()) {
                return Optional.empty();
            }
        }
        Set<String> training = new TreeSet<>(slots.find(ACTIVITY).orElseThrow().values());
        training.removeAll(PREPARING);
        int decides = slots.slot(DECIDES, slots.find(DECIDES).orElseThrow());
        Condition decidesOnPersons = new Leaves.Compare(decides, DECIDES + ": true", Relation.EQUAL, 1);
        Condition reproduces = member(slots, REPRODUCES, Set.of("yes"));
        Condition tested = member(slots, REPRODUCES, Set.of("no"));
        Condition trains = member(slots, ACTIVITY, training);
        Condition personal = member(slots, MODEL, PERSONAL_MODELS);
        Condition generative = member(slots, MODEL, Set.of("generative"));
        Condition contradicted = any(decidesOnPersons, reproduces, all(trains, personal));
        Condition doubtful = any(new Condition.Not(trains), all(generative, new Condition.Not(tested)));
        int claim = slots.slot(FACT, slots.find(FACT).orElseThrow());
        return Optional.of(new StatisticalPurpose(claim, contradicted, doubtful));
    }

    private static Condition member(FactSlots slots, String fact, Collection<String> values) {
        FactDefinition definition = slots.find(fact).orElseThrow();
        int slot = slots.slot(fact, definition);
        long[] mask = slots.at(slot).mask(values);
        return new Members(slot, fact + ": " + values, false, mask, new long[0], false);
    }

    private static Condition any(Condition... parts) {
        return new Condition.Join(false, List.of(parts));
    }

    private static Condition all(Condition... parts) {
        return new Condition.Join(true, List.of(parts));
    }

    /** Puts what follows from the facts in the claim's place. */
    void write(Values values) {
        if (values.known[claim] && values.number[claim] == 0) {
            return;
        }
        int against = contradicted.truth(values);
        if (against == Condition.TRUE) {
            values.known[claim] = true;
            values.number[claim] = 0;
        } else if (against == Condition.UNKNOWN || doubtful.truth(values) != Condition.FALSE) {
            values.known[claim] = false;
            values.number[claim] = 0;
        }
    }

    /** The facts that could make it known: the claim itself, and what keeps a claim from counting. */
    void missing(Values values, Set<String> into) {
        into.add(FACT);
        contradicted.missing(values, into);
        doubtful.missing(values, into);
    }
}
