package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells from the kinds of characters in a text, its digits and its length, which of many patterns could match in it. Asks
 * each condition once, however many patterns share it. Unchangeable.
 */
final class Candidates {

    private static final int MOST = 64;

    /** A condition, and the patterns that may match where it doesn't hold. */
    private static final class Condition {
        private final long kinds;
        private final long[] others;

        Condition(long kinds, long[] others) {
            this.kinds = kinds;
            this.others = others;
        }
    }

    private final long[] all;
    private final Condition[] conditions;
    private final long[][] byDigits = new long[MOST][];
    private final long[][] byLength = new long[MOST][];

    Candidates(List<Needs> needs) {
        int words = (needs.size() + 63) / 64;
        all = new long[words];
        Map<Long, long[]> others = new LinkedHashMap<>();
        for (int i = 0; i < needs.size(); i++) {
            all[i >> 6] |= 1L << i;
        }
        for (int count = 0; count < MOST; count++) {
            byDigits[count] = new long[words];
            byLength[count] = new long[words];
        }
        for (int i = 0; i < needs.size(); i++) {
            for (long kinds : needs.get(i).kinds()) {
                long[] without = others.computeIfAbsent(kinds, key -> all.clone());
                without[i >> 6] &= ~(1L << i);
            }
            for (int count = 0; count < MOST; count++) {
                byDigits[count][i >> 6] |= enough(count, needs.get(i).digits()) ? 1L << i : 0;
                byLength[count][i >> 6] |= enough(count, needs.get(i).length()) ? 1L << i : 0;
            }
        }
        List<Condition> made = new ArrayList<>();
        others.forEach((kinds, without) -> made.add(new Condition(kinds, without)));
        conditions = made.toArray(Condition[]::new);
    }

    /** The largest count stands for all above it. */
    private static boolean enough(int count, int needed) {
        return count >= Math.min(needed, MOST - 1);
    }

    /** Sets the bits of the patterns that could match, and clears all others. */
    void in(FoldedText text, long[] candidates) {
        long[] digits = byDigits[Math.min(text.digits(), MOST - 1)];
        long[] length = byLength[Math.min(text.length(), MOST - 1)];
        for (int word = 0; word < candidates.length; word++) {
            candidates[word] = digits[word] & length[word];
        }
        long there = text.kinds();
        for (Condition condition : conditions) {
            if ((there & condition.kinds) == 0) {
                for (int word = 0; word < candidates.length; word++) {
                    candidates[word] &= condition.others[word];
                }
            }
        }
    }

    /** How many there are. */
    int words() {
        return all.length;
    }

    static boolean intersect(long[] some, long[] others) {
        for (int word = 0; word < some.length; word++) {
            if ((some[word] & others[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    static long[] of(int[] patterns, int words) {
        long[] bits = new long[words];
        Arrays.stream(patterns).forEach(number -> bits[number >> 6] |= 1L << number);
        return bits;
    }
}
