package org.trainingaudit.detection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Words and phrases that are looked for in names of columns and tables.
 *
 * @param whole all of them as they are written, in lower case
 * @param latin those of words with spaces between them, in lower case
 * @param others those that stand anywhere within a run of letters, as Japanese words do
 */
record WordPhrases(Set<String> whole, Set<String> latin, Set<String> others) {

    private static final int LONGEST = 8;

    WordPhrases {
        whole = Set.copyOf(whole);
        latin = Set.copyOf(latin);
        others = Set.copyOf(others);
    }

    static WordPhrases of(Set<String> phrases) {
        Set<String> latin = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (String phrase : phrases) {
            if (Words.isLatinOrDigit(phrase.charAt(0))) {
                latin.add(String.join(" ", Words.of(phrase)));
            } else {
                others.add(phrase);
            }
        }
        return new WordPhrases(phrases, latin, others);
    }

    /** Whether one of them stands in the name, an English plural included. */
    boolean isIn(String name) {
        return isIn(name, this::isOne);
    }

    /** Whether one of them stands in the name as it is: {@code participants} are counted where a {@code participant} is one. */
    boolean isInAsIs(String name) {
        return isIn(name, latin::contains);
    }

    private boolean isIn(String name, Predicate<String> isOne) {
        List<String> words = Words.of(name);
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST); to++) {
                if (isOne.test(String.join(" ", words.subList(from, to)))) {
                    return true;
                }
            }
        }
        return others.stream().anyMatch(name::contains);
    }

    private boolean isOne(String phrase) {
        boolean plural = phrase.length() > 3 && phrase.endsWith("s");
        return latin.contains(phrase) || (plural && latin.contains(phrase.substring(0, phrase.length() - 1)));
    }
}
