package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words of column and table names that change what a phrase in them means.
 *
 * @param aboutValues words after a phrase by which the column speaks about the value and doesn't hold it
 * @param people words for people
 * @param somebody names of columns that tell rows apart by the person they are about
 * @param things words for things, places and groups of people
 * @param abbreviations how programmers write words, with the words
 * @param organisations words for organisations, whose numbers are nobody's
 * @param shares words by which a column speaks of a share of many
 * @param beside the detectors for which a whole name counts in a table that is about the same
 * @param tables the detectors of which a table is about by a word in its name
 * @param quasi names of columns that help to single people out
 * @param consent whole names of columns that say of each row whether its person consented
 * @param consentWithdrawn those that say so of a withdrawal
 */
record HeaderWords(
        Set<String> aboutValues,
        Set<String> people,
        WordPhrases somebody,
        WordPhrases things,
        Map<String, String> abbreviations,
        WordPhrases organisations,
        WordPhrases shares,
        Map<String, Set<String>> beside,
        Map<String, Set<String>> tables,
        Set<String> quasi,
        Set<String> consent,
        Set<String> consentWithdrawn) {

    private static final Set<String> MANY = Set.of(
            "people",
            "children",
            "parent",
            "child",
            "author",
            "owner",
            "contact",
            "lead",
            "profile",
            "driver",
            "pilot",
            "guest",
            "friend",
            "client",
            "user");
    private static final Set<String> PARTS_OF_NAMES = Set.of("first", "last", "middle", "given", "family", "maiden");

    /** A longer name is a question, written in full. */
    private static final int LONGEST_ABBREVIATED = 6;

    private static final Set<String> UNITS = Set.of(
            "1", "2", "3", "4", "5", "cm", "mm", "kg", "lb", "lbs", "g", "c", "f", "bpm", "pct", "mmhg", "mg", "dl",
            "l", "mmol", "umol", "ml", "ng", "pg", "ug", "iu", "u", "min", "sec", "ms", "yrs", "years");

    HeaderWords {
        aboutValues = Set.copyOf(aboutValues);
        people = Set.copyOf(people);
        abbreviations = Map.copyOf(abbreviations);
        beside = Map.copyOf(beside);
        tables = Map.copyOf(tables);
        quasi = Set.copyOf(quasi);
        consent = Set.copyOf(consent);
        consentWithdrawn = Set.copyOf(consentWithdrawn);
    }

    /** Whether what stands after a phrase says that the column only counts, flags or refers to it. */
    boolean isAboutValue(String rest) {
        return Words.of(rest).stream().anyMatch(aboutValues::contains)
                || aboutValues.stream().anyMatch(word -> word.charAt(0) >= 0x80 && rest.contains(word));
    }

    /** The name with its abbreviations written out: {@code brth_dt} is a birth date; itself where it has none. */
    String inFull(String name) {
        List<String> words = Words.of(name);
        return words.size() > LONGEST_ABBREVIATED || words.stream().noneMatch(abbreviations::containsKey)
                ? name
                : words.stream()
                        .map(word -> abbreviations.getOrDefault(word, word))
                        .collect(Collectors.joining(" "));
    }

    /** Whether a column's whole name is one that singles people out a little, as sex and age do. */
    boolean isWhollyQuasi(String name) {
        return quasi.contains(plain(name));
    }

    /** A name as it is compared whole: its words in lower case, without the unit or the number at its end. */
    static String plain(String name) {
        List<String> words = new ArrayList<>(Words.of(name));
        while (words.size() > 1 && UNITS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return String.join(" ", words);
    }

    /** The detectors for which the column's name counts in a table that is about the same. */
    Set<String> beside(String name) {
        String plain = plain(name);
        int space = plain.indexOf(' ');
        boolean ofPerson = space > 0
                && people.contains(plain.substring(0, space))
                && PARTS_OF_NAMES.contains(plain.substring(space + 1));
        String behindPerson = ofPerson ? plain.substring(space + 1) : plain;
        return beside.getOrDefault(plain, beside.getOrDefault(behindPerson, Set.of()));
    }

    /** Whether a column of that name shows that the rows are about one person each. */
    boolean isOfSomebody(String name) {
        return somebody.isIn(name)
                || quasi.contains(plain(name))
                || Words.of(name).stream().anyMatch(this::isOnePerson);
    }

    /** A patient; patients in a column's name are counted. */
    private boolean isOnePerson(String word) {
        return people.contains(word) && !MANY.contains(word);
    }

    /** The detectors of whose kind of thing a table of that name is. */
    Set<String> about(String table) {
        Set<String> detectors = new HashSet<>();
        Words.of(table).forEach(word -> detectors.addAll(tables.getOrDefault(word, Set.of())));
        tables.forEach((word, of) -> {
            if (!Words.isLatin(word.charAt(0)) && table.contains(word)) {
                detectors.addAll(of);
            }
        });
        return detectors;
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
