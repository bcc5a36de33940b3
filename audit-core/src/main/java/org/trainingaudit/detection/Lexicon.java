package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Finds which of many terms begin at each word of a text. Written for speed: small tables of the terms' first two to four
 * characters turn most words away before the {@link TermTree} of all terms is asked.
 *
 * <p>Unchangeable once {@link Builder#build() built}, and then safe for many threads.
 */
final class Lexicon {

    /** Receives a term's place: start inclusive, end exclusive. */
    interface Hit {
        void at(int start, int end, int term);
    }

    private static final char ASCII = 128;
    /** The mark of a word that is noted. */
    static final int NOTED = 1;

    /** The mark of a word with which what patterns find may begin. */
    static final int LEADS = 2;

    /** The mark of a word that is a term. */
    private static final int TELLS = 4;

    /** How far up in a word's marks its state stands. */
    private static final int STATE = 3;

    private static final int STATE_BITS = 23;

    /** How far up stand the {@link #KINDS} of the second characters behind the word in longer terms; the first ones' stand below. */
    private static final int SECOND = 32;

    /** Parts the characters of ASCII into 32 kinds: each letter of its own, and those that stand behind words after them. */
    private static final byte[] KINDS = new byte[ASCII];

    private static final int LETTERS = 26;

    /** Behind a run of letters there is one of these kinds. */
    private static final long OF_SIGNS = (1L << SECOND) - (1L << LETTERS);

    static {
        for (char c = 0; c < ASCII; c++) {
            int sign = Character.isDigit(c) ? 0 : 1 + " -_.".indexOf(c);
            KINDS[c] =
                    (byte) (isLetter(c) ? (c | 0x20) - 'a' : LETTERS + (sign > 0 || Character.isDigit(c) ? sign : 5));
        }
    }

    private static final int TWO = 1 << 15;
    private static final int THREE = 1 << 17;
    private static final int FOUR = 1 << 18;

    private final TermTree tree;
    private final boolean ofLetters;

    /** The letters with which terms begin, up to a sign or their end, marked with the states to which they lead; noted words. */
    private final PackedWords words;

    /** For each two characters of ASCII with which terms begin that begin with none of its letters: the third, by its last bits. */
    private final int[] thirds = new int[ASCII * ASCII];

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

    private Lexicon(TermTree tree, List<String> noted, List<String> leading) {
        this.tree = tree;
        AtomicBoolean letters = new AtomicBoolean(true);
        Map<String, Long> begun = new HashMap<>();
        tree.forEach((term, numbers) -> {
            begin(term, begun);
            open(term);
            if (!isOfLetters(term)) {
                letters.set(false);
            }
        });
        this.ofLetters = letters.get();
        noted.forEach(word -> begun.merge(lastLetters(word), (long) NOTED, (one, other) -> one | other));
        leading.forEach(word -> begun.merge(word, (long) LEADS, (one, other) -> one | other));
        this.words = new PackedWords(begun);
    }

    /** Notes the letters with which a term begins, or the sign. */
    private void begin(String term, Map<String, Long> begun) {
        char first = term.charAt(0);
        if (!isLetter(first)) {
            if (first < ASCII) {
                beginSign(first, term);
            }
            return;
        }
        int end = 1;
        while (end < term.length() && isLetter(term.charAt(end))) {
            end++;
        }
        String lead = term.substring(0, end);
        begun.merge(lead, ((long) tree.state(lead) << STATE) | behind(term, end), (one, other) -> one | other);
    }

    /** A term of one character or two stands whatever is behind it; one that goes on beyond ASCII isn't in a text of ASCII. */
    private void beginSign(char first, String term) {
        int third = term.length() > 2 ? (int) kind(term.charAt(2)) : -1;
        if (term.length() == 1) {
            Arrays.fill(thirds, ASCII * first, ASCII * (first + 1), -1);
        } else if (term.charAt(1) < ASCII) {
            thirds[ASCII * first + term.charAt(1)] |= third;
        }
    }

    /** What stands behind the letters with which a term begins; nothing where that isn't in a text of ASCII. */
    private static long behind(String term, int end) {
        if (end == term.length()) {
            return TELLS;
        }
        long first = kind(term.charAt(end));
        long second = end + 1 == term.length() ? -1L >>> SECOND : kind(term.charAt(end + 1));
        return first == 0 || second == 0 ? 0 : first | second << SECOND;
    }

    /** The bit of a character's kind; none beyond ASCII. */
    private static long kind(char c) {
        return c < ASCII ? 1L << KINDS[c] : 0;
    }

    /** The last run of letters of ASCII in a word: where it isn't in a text, the word isn't. */
    private static String lastLetters(String word) {
        int end = word.length();
        while (end > 0 && !isLetter(word.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && isLetter(word.charAt(start - 1))) {
            start--;
        }
        return word.substring(start, end);
    }

    /** Whether there is more in a term than there may be in any number. */
    static boolean isOfLetters(String term) {
        return term.chars().anyMatch(c -> c >= ASCII || Character.isLetter(c));
    }

    private static boolean isLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private void open(String term) {
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

    /** Whether there can be terms in the text, by a cheap look. */
    boolean mayHaveWords(FoldedText text) {
        return !ofLetters || text.hasLetters();
    }

    /** Tells each term that begins where a word may, whatever follows it. Returns the marks of other words that may be there. */
    int scan(FoldedText text, Hit hit) {
        if (!mayHaveWords(text)) {
            return text.hasLetters() ? NOTED | LEADS : 0;
        }
        if (text.isAscii()) {
            return (int) scanAscii(text, hit) & (NOTED | LEADS);
        }
        scan(text, 0, text.length(), hit);
        return NOTED | LEADS;
    }

    /** Looks at runs of letters as a whole, where their case lets no word begin within. */
    private long scanAscii(FoldedText text, Hit hit) {
        long seen = 0;
        char[] chars = text.chars();
        char[] lowers = text.lowers();
        int length = text.length();
        int i = 0;
        while (i < length) {
            char c = chars[i];
            if (!isLetter(c)) {
                if (maySignBegin(lowers, i, length)) {
                    scan(text, i, i + 1, hit);
                }
                i++;
                continue;
            }
            int start = i;
            long key = PackedWords.add(0, c);
            int capitals = 0;
            for (i++; i < length && isLetter(chars[i]); i++) {
                key = PackedWords.add(key, chars[i]);
                capitals += chars[i] < 'a' ? 1 : 0;
            }
            boolean isShort = i - start <= PackedWords.LONGEST;
            long marks = isShort ? words.marks(key) : NOTED | LEADS;
            seen |= marks;
            boolean even = capitals == 0 || (c < 'a' && capitals == i - start - 1);
            if (even && isShort) {
                word(text, start, i, key, marks, hit);
            } else {
                scan(text, start, i, hit);
            }
        }
        return seen;
    }

    private boolean maySignBegin(char[] lowers, int at, int length) {
        if (at + 2 >= length) {
            return true;
        }
        return ((thirds[ASCII * lowers[at] + lowers[at + 1]] >>> KINDS[lowers[at + 2]]) & 1) != 0;
    }

    /** Tells the terms that begin with a word, or are the word, or that without the ending of a plural. */
    private void word(FoldedText text, int start, int end, long key, long marks, Hit hit) {
        if (PackedWords.endsWith(key, 's')) {
            long singular = PackedWords.dropLast(key);
            if (PackedWords.endsWith(singular, 'e')) {
                tellMarked(words.marks(PackedWords.dropLast(singular)), start, end - 2, hit);
            }
            tellMarked(words.marks(singular), start, end - 1, hit);
        }
        tellMarked(marks, start, end, hit);
        if ((marks & OF_SIGNS) != 0 && end < text.length() && mayGoOn(marks, text, end)) {
            walk(text.lowers(), start, state(marks), end, text.length(), hit);
        }
    }

    private static boolean mayGoOn(long marks, FoldedText text, int end) {
        return (marks & kind(text.lowerAt(end))) != 0
                && (end + 1 == text.length() || (marks >>> SECOND & kind(text.lowerAt(end + 1))) != 0);
    }

    private static int state(long marks) {
        return (int) (marks >>> STATE) & ((1 << STATE_BITS) - 1);
    }

    private void tellMarked(long marks, int start, int end, Hit hit) {
        if ((marks & TELLS) != 0) {
            tell(state(marks), start, end, hit);
        }
    }

    private void tell(int state, int start, int end, Hit hit) {
        for (int term : tree.terms(state)) {
            hit.at(start, end, term);
        }
    }

    private void scan(FoldedText text, int from, int to, Hit hit) {
        char[] lowers = text.lowers();
        char[] chars = text.chars();
        int length = text.length();
        boolean within = false;
        for (int i = from; i < to; i++) {
            char c = lowers[i];
            // A small letter after a small letter begins no word.
            boolean small = chars[i] >= 'a' && chars[i] <= 'z';
            if (small && within) {
                continue;
            }
            within = small;
            if (has(ones, c) || mayBegin(lowers, i, length, c)) {
                if (Words.isStart(text, i)) {
                    walk(lowers, i, tree.root(), i, length, hit);
                }
            }
        }
    }

    /** Asks of each digit whether it goes on with a term that could stand there, were other digits there. */
    void ask(FoldedText text, Questions questions) {
        for (int start = 0; start < text.length(); start++) {
            int state = tree.root();
            for (int i = start; i < text.length() && state != TermTree.NONE; i++) {
                char c = text.lowerAt(i);
                if (isDigit(c)) {
                    questions.ask(i, c, leading(state, text, i), 0);
                }
                state = tree.step(state, c);
            }
        }
    }

    /** The digits that lead from there to the end of a term, one bit each. */
    private long leading(int state, FoldedText text, int at) {
        long digits = 0;
        for (char c = '0'; c <= '9'; c++) {
            int next = tree.step(state, c);
            digits |= next != TermTree.NONE && mayEnd(next, text, at + 1) ? 1L << c : 0;
        }
        return digits;
    }

    private boolean mayEnd(int state, FoldedText text, int at) {
        if (tree.terms(state).length > 0) {
            return true;
        }
        if (at == text.length()) {
            return false;
        }
        char c = text.lowerAt(at);
        int next = isDigit(c) ? TermTree.NONE : tree.step(state, c);
        return isDigit(c) ? leading(state, text, at) != 0 : next != TermTree.NONE && mayEnd(next, text, at + 1);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean mayBegin(char[] lowers, int at, int length, char first) {
        if (at + 1 >= length) {
            return false;
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

    /** Tells the terms that begin at the start and go on from the place where that state is reached. */
    private void walk(char[] lowers, int start, int from, int at, int length, Hit hit) {
        int state = from;
        for (int i = at; i < length; i++) {
            state = tree.step(state, lowers[i]);
            if (state == TermTree.NONE) {
                return;
            }
            tell(state, start, i + 1, hit);
        }
    }

    /** All terms with their numbers, some under several. */
    Map<String, int[]> terms() {
        return tree.terms();
    }

    /** Takes the terms, then builds. */
    static final class Builder {

        private final TermTree.Builder tree = new TermTree.Builder();
        private final List<String> noted = new ArrayList<>();
        private final List<String> leading = new ArrayList<>();

        /** A term in lower case, not empty. */
        void add(String term, int id) {
            tree.add(term, id);
        }

        /** Notes words besides the terms, of which {@link Lexicon#scan} says whether they may be there. */
        Builder note(List<String> words) {
            noted.addAll(words);
            return this;
        }

        /** Notes runs of letters with which something begins that others look for, of which {@link Lexicon#scan} tells as well. */
        Builder leading(Collection<String> words) {
            leading.addAll(words);
            return this;
        }

        Lexicon build() {
            return new Lexicon(tree.build(), noted, leading);
        }
    }
}
