package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The demands of many conditions, turned round: each bit that a fact can show has a row that says which demands it meets.
 * A use is decided by joining the rows of what its facts show, some dozens of words, whatever the number of conditions;
 * nothing branches on a fact. Twice: once with what is sure, once with what may be as well.
 *
 * <p>Row and answer consist of planes: the first demands of all conditions, the second ones of those that have two, and so
 * on. A condition holds where its bit stands in every plane that it reaches.
 */
final class DemandTable {

    private static final long ALL = -1;

    private final Map<Condition, Integer> places = new LinkedHashMap<>();
    private final int[] planes;
    private final int length;
    /** Bits that have a row, and where each word's rows begin, by its place among the words that are asked. */
    private final int[] words;

    private final long[] asked;
    private final int[] first;
    private final long[] rows;
    /** All rows of a word in one, for a fact of which nothing is known. */
    private final long[] any;
    /** The bits of those conditions that don't reach a plane. */
    private final long[] free;

    /** Over these conditions, which have demands. */
    DemandTable(Map<Condition, List<Demand>> conditions) {
        List<Map.Entry<Condition, List<Demand>>> sorted = new ArrayList<>(conditions.entrySet());
        sorted.sort(Comparator.comparing(each -> -each.getValue().size()));
        sorted.forEach(each -> places.put(each.getKey(), places.size()));
        int most = sorted.isEmpty() ? 0 : sorted.get(0).getValue().size();
        planes = new int[most + 1];
        for (int plane = 0; plane < most; plane++) {
            int wanted = plane + 1;
            long reaching = sorted.stream()
                    .filter(each -> each.getValue().size() >= wanted)
                    .count();
            planes[plane + 1] = planes[plane] + words((int) reaching);
        }
        length = planes[most];
        free = free(sorted, most);
        Map<Integer, long[]> byBit = new HashMap<>();
        sorted.forEach(each -> enter(each.getKey(), each.getValue(), byBit));
        List<Integer> bits = byBit.keySet().stream().sorted().toList();
        words = bits.stream().mapToInt(bit -> bit / Long.SIZE).distinct().toArray();
        asked = new long[words.length];
        first = new int[words.length];
        rows = new long[bits.size() * length];
        any = new long[words.length * length];
        fill(bits, byBit);
    }

    private static int words(int bits) {
        return (bits + Long.SIZE - 1) / Long.SIZE;
    }

    private long[] free(List<Map.Entry<Condition, List<Demand>>> sorted, int most) {
        long[] bits = new long[length];
        for (int i = 0; i < sorted.size(); i++) {
            for (int plane = sorted.get(i).getValue().size(); plane < most; plane++) {
                int word = planes[plane] + i / Long.SIZE;
                if (word < planes[plane + 1]) {
                    bits[word] |= 1L << i;
                }
            }
        }
        return bits;
    }

    private void enter(Condition condition, List<Demand> demands, Map<Integer, long[]> byBit) {
        int place = place(condition).orElseThrow();
        for (int plane = 0; plane < demands.size(); plane++) {
            int word = planes[plane] + place / Long.SIZE;
            demands.get(plane).masks().forEach((asks, mask) -> {
                for (long left = mask; left != 0; left &= left - 1) {
                    int bit = asks * Long.SIZE + Long.numberOfTrailingZeros(left);
                    byBit.computeIfAbsent(bit, none -> new long[length])[word] |= 1L << place;
                }
            });
        }
    }

    private void fill(List<Integer> bits, Map<Integer, long[]> byBit) {
        int at = -1;
        for (int i = 0; i < bits.size(); i++) {
            int bit = bits.get(i);
            if (at < 0 || words[at] != bit / Long.SIZE) {
                at++;
                first[at] = i;
            }
            asked[at] |= 1L << bit;
            long[] row = byBit.getOrDefault(bit, new long[0]);
            System.arraycopy(row, 0, rows, i * length, length);
            join(row, 0, any, at * length);
        }
    }

    private void join(long[] from, int at, long[] into, int to) {
        for (int i = 0; i < length; i++) {
            into[to + i] |= from[at + i];
        }
    }

    /** Where the condition's answer stands; nothing for one that isn't in the table. */
    Optional<Integer> place(Condition condition) {
        return Optional.ofNullable(places.get(condition));
    }

    /** What is sure and what may be, of every condition. */
    Answers answers(long[] bits) {
        long[] sure = free.clone();
        long[] maybe = new long[length];
        for (int at = 0; at < words.length; at++) {
            int word = words[at];
            rows(bits[word], at, sure);
            long doubt = bits[word + 1];
            if (doubt == ALL) {
                join(any, at * length, maybe, 0);
            } else if (doubt != 0) {
                rows(doubt, at, maybe);
            }
        }
        join(sure, 0, maybe, 0);
        return new Answers(fold(sure), fold(maybe));
    }

    private void rows(long shown, int at, long[] into) {
        for (long left = shown & asked[at]; left != 0; left &= left - 1) {
            long bit = left & -left;
            int row = first[at] + Long.bitCount(asked[at] & (bit - 1));
            join(rows, row * length, into, 0);
        }
    }

    /** The planes laid on each other. */
    private long[] fold(long[] answer) {
        for (int plane = 1; plane < planes.length - 1; plane++) {
            int begin = planes[plane];
            int end = planes[plane + 1];
            for (int i = begin; i < end; i++) {
                answer[i - begin] &= answer[i];
            }
        }
        return answer;
    }

    /** The truth of many conditions for one use. */
    static final class Answers {
        /** Of no condition. */
        static final Answers NONE = new Answers(new long[0], new long[0]);

        private final long[] sure;
        private final long[] maybe;

        private Answers(long[] sure, long[] maybe) {
            this.sure = sure;
            this.maybe = maybe;
        }

        /** {@link Condition#FALSE}, {@link Condition#UNKNOWN} or {@link Condition#TRUE}. */
        int truth(int place) {
            int word = place / Long.SIZE;
            return (int) (((sure[word] >>> place) & 1) + ((maybe[word] >>> place) & 1));
        }
    }
}
