package org.trainingaudit.detection;

import java.util.Arrays;
import java.util.Map;

/**
 * Marks of short words of the letters a to z, looked up by a number into which a word's letters are packed, so that whoever
 * goes over a text has it by the way. Unchangeable.
 */
final class PackedWords {

    /** The longest word that has a number. */
    static final int LONGEST = 12;

    private static final int BITS = 5;
    private static final long NONE = 0;

    /** So many bits fit where the processor has them at hand. */
    private static final int GATE_BITS = 17;

    private final long[] keys;
    private final int[] marks;
    private final int shift;

    /** A bit for each word by its hash, so that most words that aren't there are turned away without a look at the table. */
    private final long[] gate = new long[1 << (GATE_BITS - 6)];

    /** With marks other than 0; words that are longer, or of other letters, are left out. */
    PackedWords(Map<String, Integer> marked) {
        int size = Math.max(16, Integer.highestOneBit(marked.size()) * 4);
        keys = new long[size];
        marks = new int[size];
        shift = Long.numberOfLeadingZeros(size) + 1;
        marked.forEach((word, mark) -> {
            if (word.length() <= LONGEST && word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                put(packed(word), mark);
            }
        });
    }

    private void put(long key, int mark) {
        int slot = slot(key);
        while (keys[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        marks[slot] |= mark;
        int bit = (int) (hash(key) >>> (Long.SIZE - GATE_BITS));
        gate[bit >> 6] |= 1L << bit;
    }

    private static long packed(String word) {
        long key = NONE;
        for (int i = 0; i < word.length(); i++) {
            key = add(key, word.charAt(i));
        }
        return key;
    }

    /** The number of a word with one more letter, in either case; that of no letters is 0. */
    static long add(long key, char letter) {
        return (key << BITS) | (letter & 0x1F);
    }

    /** The number of a word without its last letter. */
    static long dropLast(long key) {
        return key >>> BITS;
    }

    /** Whether the last letter is that one. */
    static boolean endsWith(long key, char letter) {
        return (key & 0x1F) == (letter & 0x1F);
    }

    /** The marks of the word with that number; 0 if it isn't there. */
    int marks(long key) {
        long hash = hash(key);
        int bit = (int) (hash >>> (Long.SIZE - GATE_BITS));
        return ((gate[bit >> 6] >>> bit) & 1) == 0 ? 0 : marks(key, (int) (hash >>> shift));
    }

    private int marks(long key, int from) {
        int slot = from;
        while (keys[slot] != NONE) {
            if (keys[slot] == key) {
                return marks[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return 0;
    }

    private int slot(long key) {
        return (int) (hash(key) >>> shift);
    }

    private static long hash(long key) {
        return key * 0x9E3779B97F4A7C15L;
    }

    @Override
    public String toString() {
        return Arrays.stream(keys).filter(key -> key != NONE).count() + " words";
    }
}
