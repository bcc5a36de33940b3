package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Right, wrongly told and missed answers, by category. */
final class Score {

    /** What is expected where nothing canonical is there. */
    private static final Set<String> NOTHING = Set.of("none", "other_personal");

    /** Counts for one category. */
    static final class Count {
        private int right;
        private int wrong;
        private int missed;

        int expected() {
            return right + missed;
        }

        double precision() {
            return right == 0 ? 0 : (double) right / (right + wrong);
        }

        double recall() {
            return right == 0 ? 0 : (double) right / (right + missed);
        }

        double f1() {
            return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
        }

        private void add(Count other) {
            right += other.right;
            wrong += other.wrong;
            missed += other.missed;
        }
    }

    private final Map<String, Count> counts = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private int nothings;
    private int labelledNothings;
    private int specialNothings;

    /** One thing that was to be told, or not. */
    void see(String where, String expected, Optional<String> told) {
        boolean nothing = NOTHING.contains(expected);
        if (nothing) {
            nothings++;
            labelledNothings += told.isPresent() ? 1 : 0;
            specialNothings += told.filter(Score::isSpecial).isPresent() ? 1 : 0;
        }
        if (told.filter(expected::equals).isPresent()) {
            of(expected).right++;
            return;
        }
        told.ifPresent(category -> of(category).wrong++);
        if (!nothing) {
            of(expected).missed++;
        }
        if (told.isPresent() || !nothing) {
            misses.add(where + ": expected " + expected + ", told " + told.orElse("nothing"));
        }
    }

    private static boolean isSpecial(String category) {
        return Special.is(category) || Special.is(category + ".");
    }

    private Count of(String category) {
        return counts.computeIfAbsent(category, key -> new Count());
    }

    /** All categories together. */
    Count all() {
        Count all = new Count();
        counts.values().forEach(all::add);
        return all;
    }

    /** The mean F1 of the categories that were expected somewhere. */
    double macroF1() {
        return counts.values().stream()
                .filter(count -> count.expected() > 0)
                .mapToDouble(Count::f1)
                .average()
                .orElse(1);
    }

    /** The share of the things that are none which were told to be something. */
    double labelledNothings() {
        return (double) labelledNothings / Math.max(1, nothings);
    }

    /** The share of the things that are none which were told to be of a special category. */
    double specialNothings() {
        return (double) specialNothings / Math.max(1, nothings);
    }

    /** The share of all questions that were answered rightly, nothing being an answer. */
    double agreement() {
        Count all = all();
        int asked = nothings + all.expected();
        return (double) (asked - labelledNothings - all.missed) / Math.max(1, asked);
    }

    /** Adds what another has seen. */
    void add(Score other) {
        other.counts.forEach((category, count) -> of(category).add(count));
        misses.addAll(other.misses);
        nothings += other.nothings;
        labelledNothings += other.labelledNothings;
        specialNothings += other.specialNothings;
    }

    int nothings() {
        return nothings;
    }

    int wrongNothings() {
        return labelledNothings;
    }

    Map<String, Count> byCategory() {
        return counts;
    }

    List<String> misses() {
        return misses;
    }
}
