package org.trainingaudit.detection;

/**
 * Parts all characters into at most 64 kinds, one bit each: each letter of ASCII whatever its case, all digits, each sign,
 * all that isn't printed, and all that isn't ASCII.
 */
final class CharKinds {

    static final long DIGIT = 1L << 26;
    /** All letters of ASCII. */
    static final long LETTERS = DIGIT - 1;

    static final long BEYOND_ASCII = 1L << 27;
    static final long ALL = -1;

    /** Stands for no character. */
    static final long UNUSED = 1L << 63;

    private static final long[] KINDS = new long[128];

    static {
        int signs = 28;
        long unprinted = 1L << signs;
        for (char c = 0; c < 128; c++) {
            if (c >= '0' && c <= '9') {
                KINDS[c] = DIGIT;
            } else if (Character.isLetter(c)) {
                KINDS[c] = 1L << (Character.toLowerCase(c) - 'a');
            } else {
                KINDS[c] = c < ' ' || c == 127 ? unprinted : 1L << ++signs;
            }
        }
    }

    private CharKinds() {}

    /** Whether the bit stands for a sign or for all that isn't ASCII. */
    static boolean isSign(long kind) {
        return kind > DIGIT || kind < 0;
    }

    /** The bit of an ASCII character. */
    static long ofAscii(int c) {
        return KINDS[c & 0x7F];
    }
}
