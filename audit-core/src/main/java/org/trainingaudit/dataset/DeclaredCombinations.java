package org.trainingaudit.dataset;

import java.util.Map;
import java.util.Optional;

/**
 * What is declared of the combinations of a source's datasets.
 *
 * @param counted whether rows are counted where nothing else is declared
 * @param byDataset what is declared of some, by the part of their ids behind the source's
 */
public record DeclaredCombinations(boolean counted, Map<String, Combinations> byDataset) {

    /** Nothing: they are counted. */
    public static final DeclaredCombinations NONE = new DeclaredCombinations(true, Map.of());

    public DeclaredCombinations {
        byDataset = Map.copyOf(byDataset);
    }

    /** Those of a dataset. */
    public Combinations of(String dataset) {
        return byDataset.getOrDefault(dataset, new Combinations(counted, Optional.empty()));
    }
}
