package org.trainingaudit.detection;

import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * What is counted of a part of a dataset beside what the detectors find. Parts can be added up in any order and grouping, and
 * kept as JSON until the dataset has been read, as {@link SampledGroups} says.
 *
 * @param consent what its columns of consent say, where there are any
 * @param key the groups of its declared key, where there is one
 */
public record SideCounts(Optional<ConsentColumns.Seen> consent, Optional<KeyedGroups> key) {

    /** Where nothing is counted. */
    public static final SideCounts NONE = new SideCounts(Optional.empty(), Optional.empty());

    SideCounts plus(SideCounts other) {
        return new SideCounts(
                both(consent, other.consent, ConsentColumns.Seen::plus), both(key, other.key, KeyedGroups::plus));
    }

    private static <T> Optional<T> both(Optional<T> one, Optional<T> other, BinaryOperator<T> plus) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(plus.apply(one.get(), other.get()))
                : one.or(() -> other);
    }
}
