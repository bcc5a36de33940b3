package org.trainingaudit.view;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.paging.Lanes;

/**
 * Whose data somebody sees.
 *
 * @param sources the sources; empty for all of them
 */
public record Sight(Optional<List<String>> sources) {

    /** Everything. */
    public static final Sight ALL = new Sight(Optional.empty());

    /** No source at all. */
    public static final Sight NOTHING = new Sight(Optional.of(List.of()));

    /** Whether a dataset is among what is seen; a use without a dataset is seen by those who see everything. */
    public boolean covers(String dataset) {
        return sources.isEmpty() || sources.get().stream().anyMatch(source -> dataset.startsWith(source + "/"));
    }

    /** Whether nothing is left out. */
    public boolean isWhole() {
        return sources.isEmpty();
    }

    /** Of these stretches only what is seen, by the column with the sources. */
    Lanes narrow(Lanes all, String column) {
        return sources.map(list -> all.with(column, list)).orElse(all);
    }
}
