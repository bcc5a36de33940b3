package org.trainingaudit.detection;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What is counted of a part of a dataset beside what the detectors find. Parts can be added up in any order and grouping, and
 * kept as JSON until the dataset has been read, as {@link SampledGroups} says.
 *
 * @param consent what its columns of consent say, where there are any
 * @param key the groups of its declared key, where there is one
 * @param grains how fine the values of some columns are, by the columns' names
 */
public record SideCounts(
        Optional<ConsentColumns.Seen> consent,
        Optional<KeyedGroups> key,
        SortedMap<String, GrainColumns.Counts> grains) {

    /** Where nothing is counted. */
    public static final SideCounts NONE = new SideCounts(Optional.empty(), Optional.empty(), new TreeMap<>());

    public SideCounts {
        grains = Collections.unmodifiableSortedMap(new TreeMap<>(grains));
    }

    /** What they and the kinds of all values say of how fine values are. */
    public List<ValueGrain> grains(ProfileCounts counts) {
        return GrainColumns.of(grains, counts);
    }

    SideCounts plus(SideCounts other) {
        SortedMap<String, GrainColumns.Counts> all = new TreeMap<>(grains);
        other.grains.forEach((column, counts) -> all.merge(column, counts, GrainColumns.Counts::plus));
        return new SideCounts(
                both(consent, other.consent, ConsentColumns.Seen::plus), both(key, other.key, KeyedGroups::plus), all);
    }

    private static <T> Optional<T> both(Optional<T> one, Optional<T> other, BinaryOperator<T> plus) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(plus.apply(one.get(), other.get()))
                : one.or(() -> other);
    }
}
