package org.trainingaudit.detection;

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

    /** Numbers of words of one letter or two are smaller. */
    private static final int BRIEF = 1 << (2 * BITS);

    /** So many bits fit near the processor, and leave most of them unset. */
    private static final int GATE_BITS = 19;

    /** Of each place the word, and behind it its marks: whoever looks at the one has the other. */
    private final long[] places;

    private final int shift;

    /** The marks of words of one letter or two, by their numbers: random ids are full of them. */
    private final long[] brief = new long[BRIEF];

    /** A bit for each word by its hash, so that most words that aren't there are turned away without a look at the table. */
    private final long[] gate = new long[1 << (GATE_BITS - 6)];

    /** With marks other than 0; words that are longer, or of other letters, are left out. */
    PackedWords(Map<String, Long> marked) {
        int size = Math.max(16, Integer.highestOneBit(marked.size()) * 4);
        places = new long[2 * size];
        shift = Long.numberOfLeadingZeros(size) + 1;
        marked.forEach((word, mark) -> {
            if (word.length() <= LONGEST && word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                put(packed(word), mark);
            }
        });
    }

    private void put(long key, long mark) {
        if (key < BRIEF) {
            brief[(int) key] |= mark;
            return;
        }
        int place = place(hash(key));
        while (places[place] != NONE && places[place] != key) {
            place = next(place);
        }
        places[place] = key;
        places[place + 1] |= mark;
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
    long marks(long key) {
        if (key < BRIEF) {
            return brief[(int) key];
        }
        long hash = hash(key);
        int bit = (int) (hash >>> (Long.SIZE - GATE_BITS));
        return ((gate[bit >> 6] >>> bit) & 1) == 0 ? 0 : marks(key, place(hash));
    }

    private long marks(long key, int from) {
        int place = from;
        while (places[place] != NONE) {
            if (places[place] == key) {
                return places[place + 1];
            }
            place = next(place);
        }
        return 0;
    }

    private int place(long hash) {
        return 2 * (int) (hash >>> shift);
    }

    private int next(int place) {
        return (place + 2) & (places.length - 1);
    }

    private static long hash(long key) {
        return key * 0x9E3779B97F4A7C15L;
    }
}
