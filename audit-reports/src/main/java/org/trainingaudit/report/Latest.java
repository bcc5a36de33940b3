package org.trainingaudit.report;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The last thing recorded for each key, and what stood there before the run looked at. What that run says itself isn't
 * overlaid by others, so that a trial keeps its own words.
 */
final class Latest<R extends Recorded> {

    private final String run;
    private final TreeMap<Key, R> now = new TreeMap<>();
    private final TreeMap<Key, R> before = new TreeMap<>();

    Latest(String run) {
        this.run = run;
    }

    void put(Key key, R said) {
        boolean own = said.run().equals(run);
        if (!own) {
            before.put(key, said);
        }
        R last = now.get(key);
        if (own || last == null || !last.run().equals(run)) {
            now.put(key, said);
        }
    }

    Optional<R> get(Key key) {
        return Optional.ofNullable(now.get(key));
    }

    /** What was recorded before the run said anything. */
    Optional<R> before(Key key) {
        return Optional.ofNullable(before.get(key));
    }

    /** All that stands now, by key. */
    Collection<R> all() {
        return now.values();
    }

    /** All that stood before the run, by key. */
    Collection<R> allBefore() {
        return before.values();
    }
}
