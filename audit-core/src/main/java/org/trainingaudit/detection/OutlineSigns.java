package org.trainingaudit.detection;

/** The signs of which the outlines of texts in ASCII are made: one for any digit, one for any small letter, one for any capital. */
final class OutlineSigns {

    private static final int SHORTEST_HEX = 4;

    /** A letter or a digit of a word of hexadecimal digits. */
    static final char HEX = 1;

    /** Any digit. */
    static final char DIGIT = '0';

    private static final char SMALL = 'a';
    private static final char CAPITAL = 'A';
    private static final int IN_HEX = 1;
    private static final int HEX_LETTER = 2;
    private static final int NO_HEX = 4;
    /** From here on signs are classes of an alphabet. */
    static final int ASCII = 128;

    private static final char[] SIGNS = new char[ASCII];
    private static final long[] LOWS = new long[ASCII];
    private static final long[] HIGHS = new long[ASCII];

    /** Of which kinds a word's characters are, added up; 0 for what parts words. */
    private static final byte[] PARTS = new byte[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            boolean digit = c >= '0' && c <= '9';
            boolean small = c >= 'a' && c <= 'z';
            boolean capital = c >= 'A' && c <= 'Z';
            SIGNS[c] = digit ? DIGIT : small ? SMALL : capital ? CAPITAL : c;
            PARTS[c] = (byte) (digit ? IN_HEX : small && c <= 'f' ? HEX_LETTER : small || capital ? NO_HEX : 0);
        }
        for (char sign = 0; sign < ASCII; sign++) {
            for (char c : members(sign)) {
                LOWS[sign] |= c < 64 ? 1L << c : 0;
                HIGHS[sign] |= c < 64 ? 0 : 1L << c;
            }
        }
    }

    private OutlineSigns() {}

    /** The sign of a character of ASCII. */
    static char of(char c) {
        return SIGNS[c];
    }

    /** Of which kind it is in a word that may be hexadecimal; 0 for what parts words. */
    static int part(char c) {
        return PARTS[c];
    }

    /** The characters of ASCII that it stands for. */
    static char[] members(char sign) {
        return switch (sign) {
            case DIGIT -> "0123456789".toCharArray();
            case SMALL -> "abcdefghijklmnopqrstuvwxyz".toCharArray();
            case CAPITAL -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray();
            case HEX -> "0123456789abcdef".toCharArray();
            default -> new char[] {sign};
        };
    }

    /** The sign's ASCII characters from 0 to 63, one bit each. */
    static long low(char sign) {
        return sign < ASCII ? LOWS[sign] : 0;
    }

    /** The sign's ASCII characters from 64 to 127, one bit each. */
    static long high(char sign) {
        return sign < ASCII ? HIGHS[sign] : 0;
    }

    /** A word of hexadecimal digits, both kinds of them, gets one sign throughout: else each of them would be different. */
    static void hex(char[] outline, int start, int end, int parts) {
        if (end - start >= SHORTEST_HEX && parts == (HEX_LETTER | IN_HEX)) {
            for (int i = start; i < end; i++) {
                outline[i] = HEX;
            }
        }
    }
}
