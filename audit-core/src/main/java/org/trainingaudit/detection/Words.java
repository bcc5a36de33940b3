package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where words begin and end, in prose and in the names that programmers give to columns. */
final class Words {

    private Words() {}

    /** Whether a word can begin there: not within a run of letters, unless its capitals say so. */
    static boolean isStart(FoldedText text, int index) {
        if (index <= 0 || index >= text.length()) {
            return true;
        }
        char before = text.at(index - 1);
        char at = text.at(index);
        return !isLatin(before)
                || !isLatin(at)
                || isHump(before, at)
                || (index + 1 < text.length() && isLastCapital(before, at, text.at(index + 1)));
    }

    /** Whether a word can begin there. */
    static boolean isStart(String text, int index) {
        if (index <= 0 || index >= text.length()) {
            return true;
        }
        char before = text.charAt(index - 1);
        char at = text.charAt(index);
        return !isLatin(before)
                || !isLatin(at)
                || isHump(before, at)
                || (index + 1 < text.length() && isLastCapital(before, at, text.charAt(index + 1)));
    }

    /** Whether a word can end there, exclusive. */
    static boolean isEnd(FoldedText text, int index) {
        return isStart(text, index);
    }

    /** The border between lower and upper case, as in {@code birthDate}. */
    private static boolean isHump(char before, char at) {
        return Character.isLowerCase(before) && Character.isUpperCase(at);
    }

    /** The D of {@code SSNDate}. */
    private static boolean isLastCapital(char before, char at, char after) {
        return Character.isUpperCase(before) && Character.isUpperCase(at) && Character.isLowerCase(after);
    }

    /** A letter of a script that puts spaces between words. */
    static boolean isLatin(char c) {
        return c < 0x80
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                : c < 0x2000 && Character.isLetter(c) && c >= 0xC0;
    }

    static boolean isLatinOrDigit(char c) {
        return isLatin(c) || (c >= '0' && c <= '9');
    }

    /** The words of a column name in lower case, cut at capitals, digits, spaces and signs. */
    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= name.length(); i++) {
            boolean cut = i == name.length()
                    || isLatinOrDigit(name.charAt(i)) != isLatinOrDigit(name.charAt(i - 1))
                    || (isLatinOrDigit(name.charAt(i)) && isStart(name, i));
            if (cut) {
                String word = name.substring(start, i).strip();
                if (!word.isEmpty() && Character.isLetterOrDigit(word.charAt(0))) {
                    words.add(Folding.lower(word));
                }
                start = i;
            }
        }
        return words;
    }

    /** How a phrase of several words may be written. */
    static Set<String> spellings(String phrase) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(phrase);
        if (phrase.indexOf(' ') > 0) {
            for (String joint : List.of("", "_", "-", ".")) {
                spellings.add(phrase.replace(" ", joint));
            }
        }
        return spellings;
    }
}
