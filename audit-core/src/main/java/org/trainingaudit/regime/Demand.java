package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that is met where any of some bits stands in {@link FactBits}. Most conditions are a few demands, all of which
 * must be met; the others are asked as the trees that they are.
 *
 * @param masks the bits that meet it, by word; nothing meets a demand without bits
 */
record Demand(SortedMap<Integer, Long> masks) {

    /** More of them than that would cost more than asking the tree. */
    private static final int MOST = 8;

    static Demand of(int word, long mask) {
        SortedMap<Integer, Long> masks = new TreeMap<>();
        masks.put(word, mask);
        return new Demand(masks);
    }

    static Demand impossible() {
        return new Demand(new TreeMap<>());
    }

    private Demand or(Demand other) {
        SortedMap<Integer, Long> both = new TreeMap<>(masks);
        other.masks.forEach((word, mask) -> both.merge(word, mask, (one, two) -> one | two));
        return new Demand(both);
    }

    /** The demands of all parts, or of any of them; nothing where a part has none or they would be too many. */
    static Optional<List<Demand>> join(boolean all, Condition[] parts, FactBits bits) {
        List<Demand> joined = all ? List.of() : List.of(impossible());
        for (Condition part : parts) {
            Optional<List<Demand>> more = part.demands(bits);
            if (more.isEmpty()) {
                return more;
            }
            joined = all ? both(joined, more.get()) : either(joined, more.get());
            if (joined.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(joined);
    }

    private static List<Demand> both(List<Demand> some, List<Demand> more) {
        List<Demand> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** One side or the other is met exactly where every demand of the one or any of the other is, pair by pair. */
    private static List<Demand> either(List<Demand> some, List<Demand> more) {
        List<Demand> pairs = new ArrayList<>();
        some.forEach(one -> more.forEach(other -> pairs.add(one.or(other))));
        return pairs;
    }
}
