package org.trainingaudit.detection;

/**
 * The first characters of many terms, in small tables: most places of a text are turned away by a look at two to four
 * characters. May take a place for a beginning that is none, never the other way round.
 */
final class TermStarts {

    private static final int TWO = 1 << 15;
    private static final int THREE = 1 << 17;
    private static final int FOUR = 1 << 18;

    /** First characters of terms of one character. */
    private final long[] ones = new long[1024];

    /** First two characters of terms of exactly two, and of all longer ones. */
    private final long[] brief = new long[TWO / 64];

    private final long[] twos = new long[TWO / 64];

    /** First three characters of terms of exactly three, and of all longer ones. */
    private final long[] exactThrees = new long[THREE / 64];

    private final long[] threes = new long[THREE / 64];

    /** First four characters of terms of four or more. */
    private final long[] fours = new long[FOUR / 64];

    /** Takes a term in. */
    void add(String term) {
        char first = term.charAt(0);
        if (term.length() == 1) {
            set(ones, first);
        } else if (term.length() == 2) {
            set(brief, two(first, term.charAt(1)));
            set(twos, two(first, term.charAt(1)));
        } else {
            set(twos, two(first, term.charAt(1)));
            int three = three(first, term.charAt(1), term.charAt(2));
            set(threes, three);
            if (term.length() == 3) {
                set(exactThrees, three);
            } else {
                set(fours, four(three, term.charAt(3)));
            }
        }
    }

    /** Whether a term may begin there in a text of that length. */
    boolean mayBegin(char[] lowers, int at, int length) {
        char first = lowers[at];
        if (has(ones, first) || at + 1 >= length) {
            return has(ones, first);
        }
        char second = lowers[at + 1];
        int two = two(first, second);
        if (!has(twos, two) || at + 2 >= length) {
            return has(brief, two);
        }
        int three = three(first, second, lowers[at + 2]);
        return has(brief, two)
                || has(exactThrees, three)
                || (has(threes, three) && at + 3 < length && has(fours, four(three, lowers[at + 3])));
    }

    private static void set(long[] bits, int bit) {
        bits[bit >> 6] |= 1L << bit;
    }

    private static boolean has(long[] bits, int bit) {
        return ((bits[bit >> 6] >>> bit) & 1) != 0;
    }

    private static int two(char one, char two) {
        return ((one * 0x9E3B + two * 0x85EB) >>> 2) & (TWO - 1);
    }

    private static int three(char one, char two, char three) {
        return ((one * 0x9E3779B1 + two * 0x85EBCA77 + three * 0xC2B2AE3D) >>> 13) & (THREE - 1);
    }

    private static int four(int three, char four) {
        return ((three * 0x9E3779B1 + four * 0x85EBCA77) >>> 11) & (FOUR - 1);
    }
}
