package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
 * @param beside the detectors for which a whole name, but for its unit, counts in a table that is about the same
 * @param tables the detectors of which a table is about by a word in its name
 * @param quasi names of columns that help to single people out
 * @param ages names of columns that hold ages
 * @param areas names of columns that hold postal codes
 * @param smallAreas first three digits of ZIP codes whose areas have few people
 * @param consent whole names of columns that say of each row whether its person consented
 * @param consentWithdrawn those that say so of a withdrawal
 * @param many words for people that, in a column's name, may count them or stand for something else
 * @param units units and numbers that may stand at a name's end
 * @param partsOfNames words for parts of somebody's name
 * @param nameless words for things that have names as people do: before "name" they make it nobody's
 * @param neutral words beside "name" that say nothing of whose it is
 * @param animals words of columns about animals
 * @param offices words for people who act for something: a manager, a contact person
 * @param readings whole names of columns that say how the one before is read
 * @param sums words by which a table sums up by groups
 * @param counts words at a name's beginning or end by which the column counts or sums up
 * @param own words before what somebody lives in or is reached by
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
        Set<String> ages,
        Set<String> areas,
        Set<String> smallAreas,
        Set<String> consent,
        Set<String> consentWithdrawn,
        Set<String> many,
        Set<String> units,
        Set<String> partsOfNames,
        WordPhrases nameless,
        WordPhrases neutral,
        WordPhrases animals,
        WordPhrases own,
        WordPhrases offices,
        Set<String> readings,
        Set<String> counts,
        WordPhrases sums) {

    /** A longer name is a question, written in full. */
    private static final int LONGEST_ABBREVIATED = 6;

    /** A question's or variable's number in a code book, of which no digit may be left out: {@code Q94}. */
    private static final Pattern CODE = Pattern.compile("[a-z]{1,2}[0-9]{2,4}");

    /** By its whole name such a column tells people apart; beside other words it counts them or names what they use. */
    private static final Set<String> ACCOUNTS = Set.of("user", "usr");

    /** A table named so is about animals that people keep; a column of that name is about the people. */
    private static final Set<String> KEPT = Set.of("pet", "pets", "livestock", "ペット");

    HeaderWords {
        aboutValues = Set.copyOf(aboutValues);
        people = Set.copyOf(people);
        abbreviations = Map.copyOf(abbreviations);
        beside = byPlainName(beside, units);
        tables = Map.copyOf(tables);
        quasi = Set.copyOf(quasi);
        ages = Set.copyOf(ages);
        areas = Set.copyOf(areas);
        smallAreas = Set.copyOf(smallAreas);
        consent = Set.copyOf(consent);
        consentWithdrawn = Set.copyOf(consentWithdrawn);
        many = Set.copyOf(many);
        units = Set.copyOf(units);
        partsOfNames = Set.copyOf(partsOfNames);
        readings = Set.copyOf(readings);
        counts = Set.copyOf(counts);
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
    String plain(String name) {
        return plain(name, units);
    }

    private static String plain(String name, Set<String> units) {
        List<String> words = new ArrayList<>(Words.of(name));
        if (CODE.matcher(String.join("", words)).matches()) {
            return String.join("", words);
        }
        while (words.size() > 1 && units.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return String.join(" ", words);
    }

    private static Map<String, Set<String>> byPlainName(Map<String, Set<String>> names, Set<String> units) {
        Map<String, Set<String>> plain = new HashMap<>();
        names.forEach((name, detectors) -> plain.computeIfAbsent(plain(name, units), key -> new HashSet<>())
                .addAll(detectors));
        return Map.copyOf(plain);
    }

    /** The detectors for which the column's name counts in a table that is about the same. */
    Set<String> beside(String name) {
        String plain = plain(name);
        int space = plain.indexOf(' ');
        boolean ofPerson = space > 0
                && people.contains(plain.substring(0, space))
                && partsOfNames.contains(plain.substring(space + 1));
        String behindPerson = ofPerson ? plain.substring(space + 1) : plain;
        return beside.getOrDefault(plain, beside.getOrDefault(behindPerson, Set.of()));
    }

    /**
     * Whether something is said beside a phrase of which nobody knows whose it is: {@code obj_name} may be a person's as little
     * as {@code customer_name} may be a thing's.
     *
     * @param around what stands around the phrase
     */
    boolean isOfUnknown(String around) {
        return !speakOfPeople(around)
                && Words.of(around).stream()
                        .anyMatch(word -> word.length() > 1
                                && !Character.isDigit(word.charAt(0))
                                && !partsOfNames.contains(word)
                                && !neutral.isIn(word));
    }

    /** Whether a column of that name shows that the rows are about one person each. */
    boolean isOfSomebody(String name) {
        return !shares.isIn(name) && !isCount(name) && isOfOne(name);
    }

    /** Whether the name counts or sums up, as {@code n_respondents} and {@code avg_employee_cnt} do. */
    boolean isCount(String name) {
        List<String> words = Words.of(name);
        return words.size() > 1 && (counts.contains(words.get(0)) || counts.contains(words.get(words.size() - 1)));
    }

    /** Whether a table of that name is about animals. */
    boolean isTableOfAnimals(String table) {
        return animals.isIn(table) || Words.of(table).stream().anyMatch(KEPT::contains);
    }

    /** Whether the column only says how the one before it is read, as フリガナ does. */
    boolean isReading(String name) {
        return readings.contains(Folding.fold(name).lower().strip());
    }

    /** Whether the name ends with a thing that may be named after somebody: {@code disc_facility}, 船名. */
    boolean isOfThing(String name) {
        List<String> words = Words.of(name);
        return !words.isEmpty()
                && nameless.isIn(words.get(words.size() - 1))
                && !speakOfPeople(name)
                && !offices.isIn(name);
    }

    private boolean isOfOne(String name) {
        return somebody.isIn(name)
                || quasi.contains(plain(name))
                || ACCOUNTS.contains(plain(name))
                || Words.of(name).stream().anyMatch(this::isOnePerson);
    }

    /** A patient; patients in a column's name are counted. */
    private boolean isOnePerson(String word) {
        return people.contains(word) && !many.contains(word);
    }

    /** The detectors of whose kind of thing a table of that name is. */
    Set<String> about(String table) {
        Set<String> detectors = new HashSet<>();
        Words.of(table).forEach(word -> detectors.addAll(byTable(word)));
        tables.forEach((word, of) -> {
            if (!Words.isLatin(word.charAt(0)) && table.contains(word)) {
                detectors.addAll(of);
            }
        });
        return detectors;
    }

    /** A table of observations is about what one called observation is. */
    private Set<String> byTable(String word) {
        boolean plural = word.length() > 4 && word.endsWith("s");
        String other = plural ? word.substring(0, word.length() - 1) : word.length() > 3 ? word + "s" : word;
        return tables.getOrDefault(word, tables.getOrDefault(other, Set.of()));
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
