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
    private final TermTree tree;
    private final boolean ofLetters;

    /** The letters with which terms begin, up to a sign or their end, marked with the states to which they lead; noted words. */
    private final PackedWords words;

    /** The characters of ASCII, letters apart, with which terms begin: never a space, which is most of what parts words. */
    private final boolean[] signs = new boolean[ASCII];

    /** For each two characters of ASCII with which terms begin that begin with none of its letters: the third, by its last bits. */
    private final int[] thirds = new int[ASCII * ASCII];

    private final TermStarts starts = new TermStarts();

    private Lexicon(TermTree tree, List<String> noted, List<String> leading) {
        this.tree = tree;
        AtomicBoolean letters = new AtomicBoolean(true);
        Map<String, Long> begun = new HashMap<>();
        tree.forEach((term, numbers) -> {
            begin(term, begun);
            starts.add(term);
            if (!isOfLetters(term)) {
                letters.set(false);
            }
        });
        this.ofLetters = letters.get();
        noted.forEach(word -> begun.merge(lastLetters(word), (long) WordMarks.NOTED, (one, other) -> one | other));
        leading.forEach(word -> begun.merge(word, (long) WordMarks.LEADS, (one, other) -> one | other));
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
        begun.merge(lead, WordMarks.of(tree.state(lead), term, end), (one, other) -> one | other);
    }

    /** A term of one character or two stands whatever is behind it; one that goes on beyond ASCII isn't in a text of ASCII. */
    private void beginSign(char first, String term) {
        signs[first] = true;
        int third = term.length() > 2 ? (int) WordMarks.kind(term.charAt(2)) : -1;
        if (term.length() == 1) {
            Arrays.fill(thirds, ASCII * first, ASCII * (first + 1), -1);
        } else if (term.charAt(1) < ASCII) {
            thirds[ASCII * first + term.charAt(1)] |= third;
        }
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

    /** Whether there can be terms in the text, by a cheap look. */
    boolean mayHaveWords(FoldedText text) {
        return !ofLetters || text.hasLetters();
    }

    /** Tells each term that begins where a word may, whatever follows it. Returns the marks of other words that may be there. */
    int scan(FoldedText text, Hit hit) {
        if (!mayHaveWords(text)) {
            return text.hasLetters() ? WordMarks.OTHERS : 0;
        }
        if (text.isHex()) {
            return WordMarks.LEADS;
        }
        if (text.isAscii()) {
            return (int) scanAscii(text, hit) & WordMarks.OTHERS;
        }
        scan(text, 0, text.length(), hit);
        return WordMarks.OTHERS;
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
                if (signs[c] && maySignBegin(lowers, i, length)) {
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
            long marks = isShort ? words.marks(key) : WordMarks.OTHERS;
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
        return (thirds[ASCII * lowers[at] + lowers[at + 1]] & (int) WordMarks.kind(lowers[at + 2])) != 0;
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
        if (WordMarks.mayGoOn(marks, text, end)) {
            walk(text.lowers(), start, WordMarks.state(marks), end, text.length(), hit);
        }
    }

    private void tellMarked(long marks, int start, int end, Hit hit) {
        if (WordMarks.isTerm(marks)) {
            tell(WordMarks.state(marks), start, end, hit);
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
            // A small letter after a small letter begins no word.
            boolean small = chars[i] >= 'a' && chars[i] <= 'z';
            if (small && within) {
                continue;
            }
            within = small;
            if (starts.mayBegin(lowers, i, length) && Words.isStart(text, i)) {
                walk(lowers, i, tree.root(), i, length, hit);
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
