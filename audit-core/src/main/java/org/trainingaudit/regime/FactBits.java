package org.trainingaudit.regime;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How the facts of a use stand as bits, so that what a condition asks of one fact is a mask. Each slot has a word that
 * says between which of the asked limits its number lies and whether it says anything, and after it as many words as its
 * names need. After each word stands another with the bits of which nobody knows.
 */
final class FactBits {

    /** The fact says something. */
    static final long SAYS = 1L << 61;
    /** The fact is known to say nothing. */
    static final long EMPTY = 1L << 62;

    /** Two bits a limit, at it and below it, one above all, and the two that say whether there is anything. */
    private static final int MOST_LIMITS = 30;

    private static final long ALL = -1;
    private static final int PAIR = 2;

    private final long[][] limits;
    private final int[] first;
    private final int length;

    /** For everything that these conditions ask. */
    FactBits(FactSlots slots, Collection<Condition> conditions) {
        int count = slots.count();
        List<SortedSet<Long>> asked =
                Stream.<SortedSet<Long>>generate(TreeSet::new).limit(count).toList();
        this.limits = new long[count][];
        this.first = new int[count];
        conditions.forEach(condition -> collect(condition, asked));
        int next = 0;
        for (int slot = 0; slot < count; slot++) {
            limits[slot] = asked.get(slot).stream().mapToLong(Long::longValue).toArray();
            first[slot] = next;
            next += PAIR * (1 + slots.at(slot).words());
        }
        this.length = next;
    }

    private static void collect(Condition condition, List<SortedSet<Long>> into) {
        for (int slot : condition.slots()) {
            into.get(slot).addAll(condition.limits());
        }
        condition.parts().forEach(part -> collect(part, into));
    }

    /** The word of a slot's number. */
    int first(int slot) {
        return first[slot];
    }

    /** A word of a slot's names. */
    int names(int slot, int word) {
        return first[slot] + PAIR * (1 + word);
    }

    /** The bits of the numbers from low to high; 0 where the slot has more limits than fit in a word. */
    long range(int slot, long low, long high) {
        if (limits[slot].length > MOST_LIMITS || low > high) {
            return 0;
        }
        long from = ALL << place(slot, low);
        long to = ALL >>> (Long.SIZE - 1 - place(slot, high));
        return from & to & ~(SAYS | EMPTY);
    }

    /** Twice the number of limits below, and one more at a limit. */
    private int place(int slot, long number) {
        long[] sorted = limits[slot];
        int place = 0;
        while (place < sorted.length && sorted[place] < number) {
            place++;
        }
        return PAIR * place + (place < sorted.length && sorted[place] == number ? 1 : 0);
    }

    /** The bits of facts that stand in their slots. */
    long[] of(Values values) {
        long[] bits = new long[length];
        for (int slot = 0; slot < first.length; slot++) {
            if (values.known[slot]) {
                number(slot, values, bits);
                names(slot, values, bits);
            } else {
                int end = slot + 1 < first.length ? first[slot + 1] : length;
                for (int at = first[slot] + 1; at < end; at += PAIR) {
                    bits[at] = ALL;
                }
            }
        }
        return bits;
    }

    private void number(int slot, Values values, long[] bits) {
        int at = first[slot];
        if (limits[slot].length <= MOST_LIMITS) {
            bits[at] = 1L << place(slot, values.number[slot]);
        }
        switch (values.empty[slot]) {
            case TRUE -> bits[at] |= EMPTY;
            case FALSE -> bits[at] |= SAYS;
            case UNKNOWN -> bits[at + 1] = SAYS | EMPTY;
        }
    }

    private void names(int slot, Values values, long[] bits) {
        long[] sure = values.sure[slot];
        for (int word = 0; word < sure.length; word++) {
            bits[names(slot, word)] = sure[word];
        }
        long[] perhaps = values.perhaps[slot];
        for (int word = 0; word < perhaps.length; word++) {
            bits[names(slot, word) + 1] = perhaps[word];
        }
    }
}
