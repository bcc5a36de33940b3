package org.trainingaudit.dataset;

import java.util.Optional;

/**
 * What is to be found out of how many rows of a dataset share the values of columns that may point at a person together.
 *
 * @param counted whether rows are counted at all; where they aren't, nothing is known of how rare combinations are
 * @param key the columns that its owner declares, beside those that a scan knows by their names
 */
public record Combinations(boolean counted, Optional<DeclaredKey> key) {

    /** Counted, by the columns that a scan knows by their names. */
    public static final Combinations KNOWN = new Combinations(true, Optional.empty());

    /** Not counted. */
    public static final Combinations UNCOUNTED = new Combinations(false, Optional.empty());

    /** Counted, by the declared columns too. */
    public static Combinations of(DeclaredKey key) {
        return new Combinations(true, Optional.of(key));
    }

    /** The declared key, unless nothing is counted. */
    public Optional<DeclaredKey> countedKey() {
        return key.filter(declared -> counted);
    }

    /** The same for what comes to the same, for telling whether a dataset has to be read anew; empty for {@link #KNOWN}. */
    public String state() {
        String declared = key.map(DeclaredKey::state).orElse("");
        return counted ? declared : "uncounted\n" + declared;
    }
}
