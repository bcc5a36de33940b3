package org.trainingaudit.setup;

import java.util.ArrayList;
import java.util.List;

/** All that is wrong with the values of one block of {@code application.yaml}, told at once. */
final class BlockFaults {

    private final List<String> found = new ArrayList<>();

    void add(String fault) {
        found.add(fault);
    }

    /**
     * Ends the reading if anything was wrong.
     *
     * @param block its name, such as {@code audit.broker}
     * @throws IllegalArgumentException with all of it
     */
    void throwIfAny(String block) {
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(block + ": " + String.join("; ", found));
        }
    }
}
