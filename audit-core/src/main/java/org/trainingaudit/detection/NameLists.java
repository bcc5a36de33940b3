package org.trainingaudit.detection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Common given and family names, in lower case without accents. Many of them are words of another meaning too: evidence, not proof. */
final class NameLists {

    static final Set<String> KEYS = Set.of("given", "family", "given-ja", "family-ja", "not-names");

    private static final int GIVEN = 1;
    private static final int FAMILY = 2;
    private static final int NO_NAME = 4;

    private final WordTable words;
    private final Set<String> givenJa;
    private final Set<String> familyJa;

    NameLists(Map<String, String> lists) {
        Map<String, Integer> marks = new HashMap<>();
        words(lists, "given").forEach(word -> marks.merge(word, GIVEN, (one, other) -> one | other));
        words(lists, "family").forEach(word -> marks.merge(word, FAMILY, (one, other) -> one | other));
        words(lists, "not-names").forEach(word -> marks.merge(word, NO_NAME, (one, other) -> one | other));
        this.words = new WordTable(marks);
        this.givenJa = words(lists, "given-ja");
        this.familyJa = words(lists, "family-ja");
    }

    private static Set<String> words(Map<String, String> lists, String key) {
        String text = Folding.fold(lists.getOrDefault(key, "")).lower();
        Set<String> words = new HashSet<>();
        for (String word : text.split("\\s+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** In which lists the word stands, for the questions below. */
    int marks(char[] lower, int start, int end) {
        return words.marks(lower, start, end);
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

    boolean isGivenJa(String written) {
        return givenJa.contains(written);
    }

    /** How many characters of a Japanese family name the text begins with; 0 if none is known. */
    int familyJa(String text) {
        for (int length = Math.min(4, text.length()); length > 0; length--) {
            if (familyJa.contains(text.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }
}
