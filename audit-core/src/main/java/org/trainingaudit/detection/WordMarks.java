package org.trainingaudit.detection;

/**
 * What is known of a run of letters of ASCII, as bits of one number: whether it is noted, leads or is a term; the state of the
 * {@link TermTree} behind it; and which characters stand behind it in longer terms.
 */
final class WordMarks {

    /** The mark of a word that is noted. */
    static final int NOTED = 1;

    /** The mark of a word with which what patterns find may begin. */
    static final int LEADS = 2;

    /** The marks that say nothing of terms. */
    static final int OTHERS = NOTED | LEADS;

    private static final int TERM = 4;

    /** How far up the state stands. */
    private static final int STATE = 3;

    private static final int STATE_BITS = 23;

    private static final int LETTERS = 26;

    /** How far up stand the {@link #KINDS} of the second characters behind the word; those of the first, which are no letters, stand below. */
    private static final int SECOND = 32;

    private static final long FIRST = (1L << SECOND) - (1L << LETTERS);

    /** Parts the characters of ASCII into 32 kinds: each letter of its own, digits, some signs, all others. */
    private static final byte[] KINDS = new byte[128];

    static {
        String signs = "0 -_.";
        for (char c = 0; c < KINDS.length; c++) {
            int sign = signs.indexOf(Character.isDigit(c) ? '0' : c);
            int kind = LETTERS + (sign < 0 ? signs.length() : sign);
            KINDS[c] = (byte) (Character.isLetter(c) ? Character.toLowerCase(c) - 'a' : kind);
        }
    }

    private WordMarks() {}

    /**
     * The marks of the letters with which a term begins.
     *
     * @param state the one behind them
     * @param end where they end in the term
     */
    static long of(int state, String term, int end) {
        return ((long) state << STATE) | behind(term, end);
    }

    /** Nothing where what stands behind the letters isn't in a text of ASCII. */
    private static long behind(String term, int end) {
        if (end == term.length()) {
            return TERM;
        }
        long first = kind(term.charAt(end));
        long second = end + 1 == term.length() ? -1L >>> SECOND : kind(term.charAt(end + 1));
        return first == 0 || second == 0 ? 0 : first | second << SECOND;
    }

    /** The bit of a character's kind; none beyond ASCII. */
    static long kind(char c) {
        return c < KINDS.length ? 1L << KINDS[c] : 0;
    }

    static boolean isTerm(long marks) {
        return (marks & TERM) != 0;
    }

    static int state(long marks) {
        return (int) (marks >>> STATE) & ((1 << STATE_BITS) - 1);
    }

    /** Whether a longer term may go on behind the word, which ends there in a text of ASCII. */
    static boolean mayGoOn(long marks, FoldedText text, int end) {
        return (marks & FIRST) != 0
                && end < text.length()
                && (marks & kind(text.lowerAt(end))) != 0
                && (end + 1 == text.length() || ((marks >>> SECOND) & kind(text.lowerAt(end + 1))) != 0);
    }
}
