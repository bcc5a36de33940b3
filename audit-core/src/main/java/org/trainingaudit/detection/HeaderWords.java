package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words of column and table names that change what a phrase in them means.
 *
 * @param words them, by kind
 * @param inFull writes out what programmers shorten
 * @param beside the detectors for which a whole name, but for its unit, counts in a table that is about the same
 * @param topics what a table is about by a word in its name
 */
record HeaderWords(
        Map<WordKind, WordPhrases> words, NamesInFull inFull, Map<String, Set<String>> beside, TableTopics topics) {

    /** A question's or variable's number in a code book, of which no digit may be left out: {@code Q94}. */
    private static final Pattern CODE = Pattern.compile("[a-z][0-9]{1,4}|[a-z]{2}[0-9]{2,4}");

    private static final String LIST = "名簿";

    /** Of words in lower case; a kind that has none finds none. */
    static HeaderWords of(
            Map<WordKind, Set<String>> words,
            NamesInFull inFull,
            Map<String, Set<String>> beside,
            Map<String, Set<String>> tables) {
        Map<WordKind, WordPhrases> phrases = new EnumMap<>(WordKind.class);
        for (WordKind kind : WordKind.values()) {
            phrases.put(kind, WordPhrases.of(words.getOrDefault(kind, Set.of())));
        }
        Set<String> units = words.getOrDefault(WordKind.UNITS, Set.of());
        return new HeaderWords(phrases, inFull, byPlainName(beside, units), new TableTopics(tables));
    }

    /** Whether one of the kind's words stands in the name. */
    boolean has(WordKind kind, String name) {
        return of(kind).isIn(name);
    }

    /** Whether the whole text is one of the kind's words. */
    boolean is(WordKind kind, String whole) {
        return of(kind).whole().contains(whole);
    }

    /** Whether the name ends with one of the kind's words of a script without spaces. */
    boolean ends(WordKind kind, String name) {
        return of(kind).others().stream().anyMatch(name::endsWith);
    }

    private WordPhrases of(WordKind kind) {
        return Optional.ofNullable(words.get(kind)).orElseThrow();
    }

    /** Whether what stands after a phrase says that the column only counts, flags or refers to it. */
    boolean isAboutValue(String rest) {
        return Words.of(rest).stream().anyMatch(word -> is(WordKind.ABOUT_VALUES, word))
                || isWithin(WordKind.ABOUT_VALUES, rest);
    }

    /** Whether what stands behind a phrase makes it a place, a price or a thing. */
    boolean isProvider(String rest) {
        String behind = rest.startsWith("の") ? rest.substring(1) : rest;
        List<String> words = Words.of(rest);
        return of(WordKind.PROVIDERS).others().stream().anyMatch(behind::startsWith)
                || (!words.isEmpty() && of(WordKind.PROVIDERS).latin().contains(words.get(0)));
    }

    /** The name with its abbreviations written out: {@code brth_dt} is a birth date; itself where it has none. */
    String inFull(String name) {
        return inFull.of(name);
    }

    /** Whether a column's whole name is one that singles people out a little, as sex and age do. */
    boolean isWhollyQuasi(String name) {
        return is(WordKind.QUASI, plain(name));
    }

    /** Whether a column's whole name says something special only beside others that do. */
    boolean isAmbiguous(String name) {
        return is(WordKind.AMBIGUOUS, plain(name));
    }

    /** Whether a flag under a column's whole name says that somebody belongs to what it names. */
    boolean isMark(String name) {
        return is(WordKind.MARKS, plain(name));
    }

    /** A name as it is compared whole: its words in lower case, without the unit or the number at its end. */
    String plain(String name) {
        return plain(name, of(WordKind.UNITS).whole());
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
        return plain.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** The detectors for which the column's name counts in a table that is about the same. */
    Set<String> beside(String name) {
        String plain = plain(name);
        int space = plain.indexOf(' ');
        boolean ofPerson = space > 0
                && is(WordKind.PEOPLE, plain.substring(0, space))
                && is(WordKind.PARTS_OF_NAMES, plain.substring(space + 1));
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
                                && !is(WordKind.PARTS_OF_NAMES, word)
                                && !has(WordKind.NEUTRAL, word));
    }

    /** Whether a column of that name shows that the rows are about one person each. */
    boolean isOfSomebody(String name) {
        return !isShare(name) && !isCount(name) && !isService(name) && isOfOne(name);
    }

    /** Whether the name, or what stands beside a phrase in it, speaks of a share or number of many. */
    boolean isShare(String name) {
        return name.indexOf('%') >= 0 || has(WordKind.SHARES, name);
    }

    /** Whether it's named after what is for people, as {@code visitor_parking} is. */
    private boolean isService(String name) {
        List<String> words = Words.of(name);
        return (words.size() > 1 && of(WordKind.SERVICES).latin().contains(words.get(words.size() - 1)))
                || ends(WordKind.SERVICES, name.strip());
    }

    /** Whether a table of that name has a row for each person. */
    boolean isTableOfPeople(String table) {
        return !isService(table) && speakOfPeople(withoutLists(table));
    }

    /** The name without lists of organisations, which are called as those of people are: 法人名簿. */
    private String withoutLists(String table) {
        int list = table.indexOf(LIST);
        boolean ofFirms = list > 0 && ends(WordKind.ORGANISATIONS, table.substring(0, list));
        return ofFirms ? table.substring(0, list) : table;
    }

    /** Whether the name counts or sums up, as {@code n_respondents} and {@code avg_employee_cnt} do. */
    boolean isCount(String name) {
        List<String> words = Words.of(name);
        return words.size() > 1
                && (is(WordKind.COUNTS, words.get(0)) || is(WordKind.COUNTS, words.get(words.size() - 1)));
    }

    /** Whether a table of that name sums up by groups: {@code cases_by_prefecture}. */
    boolean isOfSums(String table) {
        List<String> words = Words.of(table);
        int by = words.lastIndexOf("by");
        return has(WordKind.SUMS, table)
                || (by > 0 && has(WordKind.DIMENSIONS, String.join(" ", words.subList(by + 1, words.size()))));
    }

    /** Whether a table of that name is about animals. */
    boolean isTableOfAnimals(String table) {
        return has(WordKind.ANIMALS, table) || Words.of(table).stream().anyMatch(word -> is(WordKind.PETS, word));
    }

    /** Whether the column only says how the one before it is read, as フリガナ does. */
    boolean isReading(String name) {
        return is(WordKind.READINGS, Folding.fold(name).lower().strip());
    }

    /** Whether the name ends with a thing that may be named after somebody: {@code disc_facility}, 船名. */
    boolean isOfThing(String name) {
        List<String> words = Words.of(name);
        return !words.isEmpty()
                && has(WordKind.NAMELESS, words.get(words.size() - 1))
                && !speakOfPeople(name)
                && !has(WordKind.OFFICES, name);
    }

    /** Whether only a word for a person stands in it, which may count people or price what is done for them. */
    boolean isOfPersonAlone(String name) {
        return !of(WordKind.SOMEBODY).isInAsIs(name)
                && !is(WordKind.QUASI, plain(name))
                && !is(WordKind.ACCOUNTS, plain(name));
    }

    private boolean isOfOne(String name) {
        return of(WordKind.SOMEBODY).isInAsIs(name)
                || is(WordKind.QUASI, plain(name))
                || is(WordKind.ACCOUNTS, plain(name))
                || Words.of(name).stream().anyMatch(this::isOnePerson);
    }

    /** A patient; patients in a column's name are counted. */
    private boolean isOnePerson(String word) {
        return is(WordKind.PEOPLE, word) && !is(WordKind.MANY, word);
    }

    /** Whether a column's name, in lower case, says that it tells people apart a little: sex, age, occupation. */
    boolean isQuasi(String name) {
        return isNamed(name, WordKind.QUASI);
    }

    /** Whether a column's name, in lower case, says that it holds ages. */
    boolean isAge(String name) {
        return isNamed(name, WordKind.AGES);
    }

    /** Whether it says that it holds postal codes. */
    boolean isArea(String name) {
        return isNamed(name, WordKind.AREAS);
    }

    private boolean isNamed(String name, WordKind by) {
        String spaced = " " + String.join(" ", Words.of(name)) + " ";
        return isWithin(by, name)
                || of(by).whole().stream().anyMatch(word -> isAscii(word) && spaced.contains(" " + word + " "));
    }

    /** Whether one of the words that are written without spaces between them stands anywhere in the name. */
    private boolean isWithin(WordKind kind, String name) {
        return of(kind).whole().stream().anyMatch(word -> !isAscii(word) && name.contains(word));
    }

    private static boolean isAscii(String word) {
        return word.charAt(0) < 0x80;
    }

    /** Whether a table or the path of a column is named after people. */
    boolean speakOfPeople(String name) {
        List<String> words = Words.of(name);
        return words.stream().anyMatch(this::isPerson) || isWithin(WordKind.PEOPLE, name);
    }

    private boolean isPerson(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s");
        return is(WordKind.PEOPLE, word) || (plural && is(WordKind.PEOPLE, word.substring(0, word.length() - 1)));
    }
}
