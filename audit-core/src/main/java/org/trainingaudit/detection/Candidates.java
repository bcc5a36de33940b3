package org.trainingaudit.detection;

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

    /** Of so few patterns each is asked what it needs by itself, which is quicker than going over all conditions. */
    private static final int FEW = 24;

    private final long[] all;

    /** Of each pattern the kinds of characters of which one must be there, {@link Needs#FEW} of them, and then any. */
    private final long[] kinds;

    /** One of these kinds of characters must be there: else only {@link #others} may match. */
    private final long[] conditions;

    /** By word, and then by condition. */
    private final long[][] others;

    private final long[][] byDigits = new long[MOST][];
    private final long[][] byLength = new long[MOST][];

    Candidates(List<Needs> needs) {
        int words = (needs.size() + 63) / 64;
        all = new long[words];
        Map<Long, long[]> allBut = new LinkedHashMap<>();
        for (int i = 0; i < needs.size(); i++) {
            all[i >> 6] |= 1L << i;
        }
        for (int count = 0; count < MOST; count++) {
            byDigits[count] = new long[words];
            byLength[count] = new long[words];
        }
        for (int i = 0; i < needs.size(); i++) {
            for (long kinds : needs.get(i).kinds()) {
                long[] without = allBut.computeIfAbsent(kinds, key -> all.clone());
                without[i >> 6] &= ~(1L << i);
            }
            for (int count = 0; count < MOST; count++) {
                byDigits[count][i >> 6] |= enough(count, needs.get(i).digits()) ? 1L << i : 0;
                byLength[count][i >> 6] |= enough(count, needs.get(i).length()) ? 1L << i : 0;
            }
        }
        kinds = kinds(needs);
        conditions = allBut.keySet().stream().mapToLong(Long::longValue).toArray();
        others = new long[words][conditions.length];
        for (int word = 0; word < words; word++) {
            for (int i = 0; i < conditions.length; i++) {
                others[word][i] = allBut.getOrDefault(conditions[i], all)[word];
            }
        }
    }

    private static long[] kinds(List<Needs> needs) {
        long[] kinds = new long[Needs.FEW * needs.size()];
        Arrays.fill(kinds, CharKinds.ALL);
        for (int i = 0; i < needs.size(); i++) {
            List<Long> its = needs.get(i).kinds();
            for (int kind = 0; kind < its.size(); kind++) {
                kinds[Needs.FEW * i + kind] = its.get(kind);
            }
        }
        return kinds;
    }

    /** The largest count stands for all above it. */
    private static boolean enough(int count, int needed) {
        return count >= Math.min(needed, MOST - 1);
    }

    /**
     * Sets the bits of the patterns that could match, and clears all others.
     *
     * @param out the bits of patterns that are out of the question
     */
    void in(FoldedText text, long[] out, long[] candidates) {
        long[] digits = byDigits[Math.min(text.digits(), MOST - 1)];
        long[] length = byLength[Math.min(text.length(), MOST - 1)];
        long there = text.kinds() | CharKinds.UNUSED;
        for (int word = 0; word < candidates.length; word++) {
            long left = digits[word] & length[word] & ~out[word];
            candidates[word] = Long.bitCount(left) <= FEW ? eachOf(left, word, there) : allOf(left, word, there);
        }
    }

    private long eachOf(long some, int word, long there) {
        long left = some;
        for (long bits = some; bits != 0; bits &= bits - 1) {
            boolean may = mayMatch(64 * word + Long.numberOfTrailingZeros(bits), there);
            left &= may ? -1 : ~(bits & -bits);
        }
        return left;
    }

    private boolean mayMatch(int pattern, long there) {
        boolean may = true;
        for (int i = Needs.FEW * pattern; i < Needs.FEW * (pattern + 1); i++) {
            may &= (kinds[i] & there) != 0;
        }
        return may;
    }

    private long allOf(long some, int word, long there) {
        long left = some;
        long[] but = others[word];
        for (int i = 0; i < but.length && left != 0; i++) {
            left &= (there & conditions[i]) == 0 ? but[i] : -1;
        }
        return left;
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
