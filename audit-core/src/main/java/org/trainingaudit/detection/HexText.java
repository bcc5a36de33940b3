package org.trainingaudit.detection;

/**
 * Texts that are hexadecimal throughout, as ids and hashes are: every letter stands in a word of hexadecimal digits with both
 * kinds of them, four or longer, and one of these words is so long and so mixed that it can't be a name with a number. Such a
 * text has no words, whatever its letters spell: {@code 3ada41f9-bed4} is about nobody's illness.
 */
final class HexText {

    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    /** So often a long word goes from letters to digits or back; {@code ada19450} does once. */
    private static final int MIXED = 3;

    private static final int ASCII = 128;
    private static final int DIGIT = 1;
    private static final int LETTER = 2;
    private static final int OTHER = 4;
    private static final byte[] KINDS = new byte[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            boolean hex = Character.digit(c, 16) >= 0;
            KINDS[c] = (byte) (Character.isDigit(c) ? DIGIT : hex ? LETTER : Character.isLetter(c) ? OTHER : 0);
        }
    }

    private HexText() {}

    /** Whether it is one. Texts of words are turned away by their first. */
    static boolean is(FoldedText text) {
        int length = text.length();
        if (!text.isAscii() || length < LONG) {
            return false;
        }
        char[] chars = text.chars();
        boolean mixed = false;
        int at = 0;
        while (at < length) {
            int start = at;
            int kinds = 0;
            int last = 0;
            int changes = -1;
            int kind;
            while (at < length && (kind = KINDS[chars[at]]) != 0) {
                kinds |= kind;
                changes += (kind ^ last) == 0 ? 0 : 1;
                last = kind;
                at++;
            }
            int run = at - start;
            if (kinds > DIGIT && (kinds != (DIGIT | LETTER) || run < SHORTEST)) {
                return false;
            }
            mixed |= kinds > DIGIT && run >= LONG && changes >= MIXED;
            at++;
        }
        return mixed;
    }
}
