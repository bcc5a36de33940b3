package org.trainingaudit.detection;

import java.util.Set;

/** The part of a detector that needs more code than shapes: what it finds, and which rules it follows. */
interface Finder {

    /** Raised by whoever changes what the finder could answer. */
    int version();

    /**
     * Tells its finds. Which digits stand in the text may matter to what it asks the cell's run about, and to {@link #check},
     * whose answers it tells the run; to nothing else.
     */
    void find(Cell cell, Teller teller);

    /** Words in small letters without which, and without a label, it finds nothing in a text. */
    default Set<String> noted() {
        return Set.of();
    }

    /** Whether a value passes what it asks of values besides their letters and where their digits stand. */
    default boolean check(String value) {
        throw new IllegalStateException("it asks nothing");
    }

    /** Whether it finds nothing but what has a label, so that it needn't be asked where there is none. */
    default boolean isForLabelled() {
        return false;
    }

    /** The surest that it could tell in the text, whatever is a label there, by its digits and whether it has letters alone. */
    default double most(Cell cell) {
        return 1;
    }
}
