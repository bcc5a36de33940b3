package org.trainingaudit.detection;

import java.util.List;
import java.util.Set;

/**
 * Words of column and table names that change what a phrase in them means.
 *
 * @param aboutValues words after a phrase by which the column speaks about the value and doesn't hold it
 * @param people words for people
 * @param quasi names of columns that help to single people out
 * @param consent whole names of columns that say of each row whether its person consented
 * @param consentWithdrawn those that say so of a withdrawal
 */
record HeaderWords(
        Set<String> aboutValues,
        Set<String> people,
        Set<String> quasi,
        Set<String> consent,
        Set<String> consentWithdrawn) {
    HeaderWords {
        aboutValues = Set.copyOf(aboutValues);
        people = Set.copyOf(people);
        quasi = Set.copyOf(quasi);
        consent = Set.copyOf(consent);
        consentWithdrawn = Set.copyOf(consentWithdrawn);
    }

    /** Whether what stands after a phrase says that the column only counts, flags or refers to it. */
    boolean isAboutValue(String rest) {
        return Words.of(rest).stream().anyMatch(aboutValues::contains)
                || aboutValues.stream().anyMatch(word -> word.charAt(0) >= 0x80 && rest.contains(word));
    }

    /** Whether a column's name, in lower case, says that it tells people apart a little: sex, age, occupation. */
    boolean isQuasi(String name) {
        String words = " " + String.join(" ", Words.of(name)) + " ";
        return quasi.stream()
                .anyMatch(word -> word.charAt(0) >= 0x80 ? name.contains(word) : words.contains(" " + word + " "));
    }

    /** Whether a table or the path of a column is named after people. */
    boolean speakOfPeople(String name) {
        List<String> words = Words.of(name);
        return words.stream().anyMatch(this::isPerson)
                || people.stream().anyMatch(word -> word.charAt(0) >= 0x80 && name.contains(word));
    }

    private boolean isPerson(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s");
        return people.contains(word) || (plural && people.contains(word.substring(0, word.length() - 1)));
    }
}
