package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words of a text in Latin letters, each with the lists of names in which it stands. */
final class NameWords {

    private static final int LONGEST_WORD = 30;

    /**
     * A word.
     *
     * @param marks the lists in which it stands
     */
    record Token(int start, int end, int marks, boolean capital, boolean initial) {

        boolean isGiven() {
            return NameLists.isGiven(marks);
        }

        boolean isFamily() {
            return NameLists.isFamily(marks);
        }

        boolean isNoName() {
            return NameLists.isNoName(marks);
        }

        /** Whether it's a given or a family name. */
        boolean isKnown() {
            return isGiven() || isFamily();
        }

        boolean isTitle() {
            return NameLists.isTitle(marks);
        }
    }

    private final NameLists lists;

    NameWords(NameLists lists) {
        this.lists = lists;
    }

    /** All words that are evidence of names. */
    Set<String> evidence() {
        return lists.evidence();
    }

    /** Whether a word that begins and ends there is a title, such as mr. */
    boolean isTitle(FoldedText text, int start, int end) {
        return NameLists.isTitle(lists.marks(text.lowers(), start, end));
    }

    /** How many letters the longest title has. */
    int longestTitle() {
        return lists.longestTitle();
    }

    /**
     * Whether a word is in a list of names or is a title: without one, and without a label, nothing is a name. Looks at whole
     * words, as {@link #of} has them, and at each run of letters in them.
     */
    boolean hasEvidence(FoldedText text) {
        char[] lowers = text.lowers();
        int length = text.length();
        int word = -1;
        int run = -1;
        long key = 0;
        for (int i = 0; i < length; i++) {
            char c = lowers[i];
            if (c >= 0x80) {
                return true;
            }
            if (c >= 'a' && c <= 'z') {
                word = word < 0 ? i : word;
                run = run < 0 ? i : run;
                key = PackedWords.add(key, c);
                continue;
            }
            if (run >= 0 && isEvidence(lowers, run, i, key)) {
                return true;
            }
            run = -1;
            key = 0;
            if (c != '\'' && c != '-') {
                if (word >= 0 && isEvidenceTogether(lowers, word, i)) {
                    return true;
                }
                word = -1;
            }
        }
        return (run >= 0 && isEvidence(lowers, run, length, key))
                || (word >= 0 && isEvidenceTogether(lowers, word, length));
    }

    /** Whether the parts of a word, put together by hyphens and apostrophes, may be in a list; where that's hard to tell, yes. */
    private boolean isEvidenceTogether(char[] lowers, int start, int behind) {
        int end = behind;
        while (lowers[end - 1] == '-') {
            end--;
        }
        boolean joined = false;
        for (int i = start; i < end; i++) {
            if (lowers[i] == '-' && lowers[i + 1] == '-') {
                return true;
            }
            joined |= lowers[i] == '\'' || lowers[i] == '-';
        }
        return end - start > LONGEST_WORD || (joined && isEvidence(lowers, start, end));
    }

    private boolean isEvidence(char[] lowers, int start, int end, long key) {
        return end - start <= PackedWords.LONGEST
                ? NameLists.isEvidence(lists.marks(key))
                : isEvidence(lowers, start, end);
    }

    private boolean isEvidence(char[] lowers, int start, int end) {
        return NameLists.isEvidence(lists.marks(lowers, start, end));
    }

    /** Words of letters, joined by apostrophes and single hyphens, with the dot after them. */
    List<Token> of(FoldedText text) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int first = letter(text, i);
            if (first == 0) {
                i++;
                continue;
            }
            int end = wordEnd(text, i + first);
            end += end < text.length() && text.at(end) == '.' ? 1 : 0;
            token(text, i, end, tokens);
            i = end;
        }
        return tokens;
    }

    private static int wordEnd(FoldedText text, int start) {
        int end = start;
        for (int parts = 0; parts < LONGEST_WORD; parts++) {
            int more = part(text, end);
            if (more == 0) {
                break;
            }
            end += more;
        }
        return end;
    }

    /** How many characters of the word stand there. */
    private static int part(FoldedText text, int index) {
        int letter = letter(text, index);
        if (letter > 0 || index >= text.length()) {
            return letter;
        }
        char c = text.at(index);
        return c == '\'' || c == '’' || (c == '-' && letter(text, index + 1) > 0) ? 1 : 0;
    }

    /** How many characters the letter has that stands there; 0 if none does. */
    private static int letter(FoldedText text, int index) {
        if (index >= text.length()) {
            return 0;
        }
        char c = text.at(index);
        if (c < 0x80) {
            return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? 1 : 0;
        }
        boolean pair = Character.isHighSurrogate(c)
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.at(index + 1));
        if (pair) {
            return Character.isLetter(Character.toCodePoint(c, text.at(index + 1))) ? 2 : 0;
        }
        return Character.isLetter(c) ? 1 : 0;
    }

    /** Those of the word; of words joined by hyphens, what isn't a name makes the whole none: Institute-Visalia. */
    private int marks(FoldedText text, int start, int end) {
        int marks = lists.marks(text.lowers(), start, end);
        int from = start;
        for (int i = start; marks == 0 && i <= end; i++) {
            boolean cut = i == end ? from > start : text.at(i) == '-';
            if (cut) {
                int part = lists.marks(text.lowers(), from, i);
                marks = NameLists.isNoName(part) ? part : 0;
                from = i + 1;
            }
        }
        return marks;
    }

    private void token(FoldedText text, int start, int wordEnd, List<Token> tokens) {
        if (!Words.isLatin(text.at(start))) {
            return;
        }
        boolean dotted = text.at(wordEnd - 1) == '.';
        boolean initial = wordEnd - start <= 2 && dotted;
        int end = !initial && dotted ? wordEnd - 1 : wordEnd;
        tokens.add(new Token(
                start,
                end,
                marks(text, start, end),
                Character.isUpperCase(text.at(start)),
                initial || end - start == 1));
    }
}
