package org.trainingaudit.report;

import java.util.Optional;
import org.trainingaudit.trail.EntryText;

/** The last that was said, and what stood there before the run. What the run says itself isn't overlaid by others. */
final class Said {

    private Optional<EntryText> now = Optional.empty();
    private Optional<EntryText> before = Optional.empty();

    /** Takes the next entry of the trail, for the run of that key. */
    void put(EntryText entry, String run) {
        boolean own = entry.run().equals(run);
        if (!own) {
            before = Optional.of(entry);
        }
        if (own || now.filter(last -> last.run().equals(run)).isEmpty()) {
            now = Optional.of(entry);
        }
    }

    Optional<EntryText> now() {
        return now;
    }

    Optional<EntryText> before() {
        return before;
    }

    /** Whether the run says nothing else than what stood there before. */
    boolean isAsBefore() {
        return now.equals(before);
    }
}
