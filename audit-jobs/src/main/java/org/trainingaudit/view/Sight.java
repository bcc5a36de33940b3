package org.trainingaudit.view;

import java.util.List;
import java.util.Optional;

/**
 * Whose data somebody sees.
 *
 * @param sources the sources; empty for all of them
 */
public record Sight(Optional<List<String>> sources) {

    /** Everything. */
    public static final Sight ALL = new Sight(Optional.empty());

    /** Whether a dataset is among what is seen; a use without a dataset is seen by those who see everything. */
    public boolean covers(String dataset) {
        return sources.isEmpty() || sources.get().stream().anyMatch(source -> dataset.startsWith(source + "/"));
    }

    /** Whether nothing is left out. */
    public boolean isWhole() {
        return sources.isEmpty();
    }

    /** A condition on a column of datasets, to be joined by {@code and}; its parameter is {@code sources}. */
    String condition(String column) {
        return sources.isEmpty()
                ? ""
                : " and substring(" + column + ", 1, greatest(position('/' in " + column + ") - 1, 0)) in (:sources)";
    }

    /** What the parameter is; a list that matches nothing where no source is seen. */
    List<String> parameter() {
        return sources.filter(list -> !list.isEmpty()).orElse(List.of(""));
    }
}
