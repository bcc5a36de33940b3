package org.trainingaudit.finding;

import java.util.List;
import java.util.Optional;

/**
 * Which findings to list.
 *
 * @param state {@code open}, {@code waived}, {@code unwaived}, {@code closed}, or empty for all
 * @param regime a regime's id, or empty for all
 * @param use a use's id, or empty for all
 * @param sources the sources whose datasets' findings are wanted; empty for all
 */
public record FindingFilter(String state, String regime, String use, Optional<List<String>> sources) {

    /** What a query asks for beside the state. */
    String condition() {
        return (regime.isEmpty() ? "" : " and f.regime = :regime")
                + (use.isEmpty() ? "" : " and f.use_id = :use")
                + (sources.isEmpty()
                        ? ""
                        : " and substring(f.dataset, 1, greatest(position('/' in f.dataset) - 1, 0)) in (:sources)");
    }

    List<String> sourceParameter() {
        return sources.filter(list -> !list.isEmpty()).orElse(List.of(""));
    }
}
