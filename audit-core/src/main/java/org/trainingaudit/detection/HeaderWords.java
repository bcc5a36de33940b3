package org.trainingaudit.detection;

import java.util.List;
import java.util.Set;

/**
 * Words of column and table names that change what a phrase in them means.
 *
 * @param aboutValues words after a phrase by which the column speaks about the value and doesn't hold it
 * @param people words for people
 * @param quasi names of columns that help to single people out
 * @param ages names of columns that hold ages
 * @param areas names of columns that hold postal codes
 * @param smallAreas first three digits of ZIP codes whose areas have few people
 * @param consent whole names of columns that say of each row whether its person consented
 * @param consentWithdrawn those that say so of a withdrawal
 */
record HeaderWords(
        Set<String> aboutValues,
        Set<String> people,
        Set<String> quasi,
        Set<String> ages,
        Set<String> areas,
        Set<String> smallAreas,
        Set<String> consent,
        Set<String> consentWithdrawn) {
    HeaderWords {
        aboutValues = Set.copyOf(aboutValues);
        people = Set.copyOf(people);
        quasi = Set.copyOf(quasi);
        ages = Set.copyOf(ages);
        areas = Set.copyOf(areas);
        smallAreas = Set.copyOf(smallAreas);
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
        return isNamed(name, quasi);
    }

    /** Whether a column's name, in lower case, says that it holds ages. */
    boolean isAge(String name) {
        return isNamed(name, ages);
    }

    /** Whether it says that it holds postal codes. */
    boolean isArea(String name) {
        return isNamed(name, areas);
    }

    private static boolean isNamed(String name, Set<String> by) {
        String words = " " + String.join(" ", Words.of(name)) + " ";
        return by.stream()
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
