package org.trainingaudit.use;

import java.util.Optional;

/**
 * One dataset in one training, for one purpose, by one actor, with at most one recipient.
 *
 * @param id the id that its register gives; an observed use has {@code seen-} and 16 hex digits
 * @param dataset the id of the dataset, or empty where the register names none
 * @param training the model-building run that groups uses, or empty where none is named
 * @param state how it came to be known
 * @param facts what is known of it
 * @param origin who or what says that there is such a use, in the words of {@link Fact#origin()}
 */
public record Use(String id, String dataset, String training, UseState state, Facts facts, String origin) {

    /** A use that somebody typed in. */
    public Use(String id, String dataset, String training, UseState state, Facts facts) {
        this(id, dataset, training, state, facts, "input");
    }

    /** The source of a dataset, the part of its id before the first slash; empty where there is none. */
    public static String sourceOf(String dataset) {
        return dataset.substring(0, Math.max(0, dataset.indexOf('/')));
    }

    /** The same use with other facts. */
    public Use withFacts(Facts others) {
        return new Use(id, dataset, training, state, others, origin);
    }

    /**
     * Why this use can't be called compliant, whatever its facts say: something that was stated of it could not be read.
     * Empty for a use that was read without a fault.
     */
    public Optional<String> doubt() {
        return facts.get(DerivedFacts.STATED_WITH_FAULTS)
                .map(mark -> "what is stated at " + mark.origin() + " has faults");
    }
}
