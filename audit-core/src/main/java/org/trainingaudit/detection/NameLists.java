package org.trainingaudit.detection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Common given and family names, in lower case without accents. Many of them are words of another meaning too: evidence, not proof. */
final class NameLists {

    private static final int GIVEN = 1;
    private static final int FAMILY = 2;
    private static final int NO_NAME = 4;
    private static final int TITLE = 8;
    private static final int LONGEST_FAMILY_JA = 4;
    private static final int BEGINNINGS = 1 << 14;

    private final WordTable words;
    private final PackedWords packed;
    private final int longestTitle;
    private final Set<String> evidence = new HashSet<>();
    private final WordTable givenJa;
    private final WordTable familyJa;
    private final byte[] familyLengths;

    /** Of the lists of a file of {@code config/detectors}, by their names; one that isn't there has no words. */
    NameLists(Map<String, String> lists) {
        Map<String, Integer> marks = new HashMap<>();
        mark(words(lists, "given"), GIVEN, marks);
        mark(words(lists, "family"), FAMILY, marks);
        mark(words(lists, "not-names"), NO_NAME, marks);
        mark(words(lists, "titles"), TITLE, marks);
        marks.forEach((word, mark) -> {
            if (isEvidence(mark)) {
                evidence.add(word);
            }
        });
        this.words = new WordTable(marks);
        Map<String, Long> wide = new HashMap<>();
        marks.forEach((word, mark) -> wide.put(word, (long) mark));
        this.packed = new PackedWords(wide);
        this.longestTitle =
                words(lists, "titles").stream().mapToInt(String::length).max().orElse(0);
        this.givenJa = table(words(lists, "given-ja"));
        this.familyJa = table(words(lists, "family-ja"));
        this.familyLengths = lengths(words(lists, "family-ja"));
    }

    private static void mark(Set<String> words, int as, Map<String, Integer> marks) {
        words.forEach(word -> marks.merge(word, as, (one, other) -> one | other));
    }

    private static WordTable table(Set<String> words) {
        Map<String, Integer> marks = new HashMap<>();
        words.forEach(word -> marks.put(word, 1));
        return new WordTable(marks);
    }

    private static Set<String> words(Map<String, String> lists, String key) {
        String text = Folding.fold(lists.getOrDefault(key, "")).lower();
        Set<String> words = new HashSet<>();
        for (String word : text.split("\\s+", -1)) {
            // What is a name must not depend on digits, see Finder.
            if (!word.isEmpty() && word.chars().noneMatch(c -> c >= '0' && c <= '9')) {
                words.add(word);
            }
        }
        return words;
    }

    /** In which lists the word stands, for the questions below. */
    int marks(char[] lower, int start, int end) {
        return words.marks(lower, start, end);
    }

    /** The same for a word of few letters, packed. */
    int marks(long packedWord) {
        return (int) packed.marks(packedWord);
    }

    static boolean isGiven(int marks) {
        return (marks & GIVEN) != 0;
    }

    static boolean isFamily(int marks) {
        return (marks & FAMILY) != 0;
    }

    static boolean isNoName(int marks) {
        return (marks & NO_NAME) != 0;
    }

    static boolean isTitle(int marks) {
        return (marks & TITLE) != 0;
    }

    /** How many letters the longest title has. */
    int longestTitle() {
        return longestTitle;
    }

    /** Whether the word by itself can make something a name, or show that one follows. */
    static boolean isEvidence(int marks) {
        return (marks & (GIVEN | FAMILY | TITLE)) != 0;
    }

    /** The words that are. */
    Set<String> evidence() {
        return evidence;
    }

    boolean isGivenJa(char[] text, int start, int end) {
        return givenJa.marks(text, start, end) != 0;
    }

    /** How many characters of a Japanese family name stand there; 0 if none is known. */
    int familyJa(char[] text, int start, int end) {
        char second = start + 1 < end ? text[start + 1] : 0;
        int lengths = familyLengths[beginning(text[start], (char) 0)] | familyLengths[beginning(text[start], second)];
        for (int length = Math.min(LONGEST_FAMILY_JA, end - start); length > 0 && lengths != 0; length--) {
            if ((lengths >> length & 1) != 0 && familyJa.marks(text, start, start + length) != 0) {
                return length;
            }
        }
        return 0;
    }

    /** How long the names are that begin so, one bit for each length; for names of one character the second is 0. */
    private static byte[] lengths(Set<String> names) {
        byte[] lengths = new byte[BEGINNINGS];
        for (String name : names) {
            char second = name.length() > 1 ? name.charAt(1) : 0;
            lengths[beginning(name.charAt(0), second)] |= (byte) (1 << name.length());
        }
        return lengths;
    }

    private static int beginning(char first, char second) {
        return ((first * 0x9E3B + second * 0x85EB) >>> 2) & (BEGINNINGS - 1);
    }
}
