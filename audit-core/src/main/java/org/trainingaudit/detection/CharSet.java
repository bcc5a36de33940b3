package org.trainingaudit.detection;

/** A set of characters, asked quickly of ASCII. */
final class CharSet {

    private final Alphabet alphabet;
    private final int set;
    private final long low;
    private final long high;

    CharSet(Alphabet alphabet, int set) {
        this.alphabet = alphabet;
        this.set = set;
        long lowBits = 0;
        long highBits = 0;
        for (char c = 0; c < 64; c++) {
            lowBits |= alphabet.has(set, c) ? 1L << c : 0;
            highBits |= alphabet.has(set, (char) (c + 64)) ? 1L << c : 0;
        }
        this.low = lowBits;
        this.high = highBits;
    }

    boolean has(char c) {
        if (c < 128) {
            return (((c < 64 ? low : high) >>> c) & 1) != 0;
        }
        return alphabet.has(set, c);
    }

    /** Its members from 0 to 63, one bit each. */
    long low() {
        return low;
    }

    /** Its members from 64 to 127, one bit each. */
    long high() {
        return high;
    }
}
