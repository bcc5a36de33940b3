package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes names of columns out in full. Programmers and clerks shorten words in three ways: by custom ({@code dt}), by leaving
 * out vowels ({@code hmlss}), and by cutting words off ({@code St. niepeł.}, {@code CuotaSind}).
 *
 * @param customary words written by custom, with what they stand for
 * @param skeletons words without their vowels, with the one word that each of them can stand for
 * @param phrases those that announce something or nothing, by their number of words and first letter, one behind the other word
 *     by word
 * @param words those that stand in them, none of which was cut off
 */
record NamesInFull(
        Map<String, String> customary,
        Map<String, String> skeletons,
        Map<String, List<String>> phrases,
        Set<String> words) {

    /** A longer name is a question, written in full. */
    private static final int LONGEST = 6;

    /** A word as short as that, or a skeleton as short, may stand for too many. */
    private static final int SHORTEST_WORD = 6;

    private static final int SHORTEST_SKELETON = 4;

    /** So much of a word must be left where nothing but its place says that it was cut off. */
    private static final int SHORTEST_CUT = 3;

    private static final int SHORTEST_WHOLE = 4;
    private static final Pattern VOWELS = Pattern.compile("(?<!^)[aeiou]");
    private static final Pattern PLAIN = Pattern.compile("[a-z]+");

    NamesInFull {
        customary = Map.copyOf(customary);
        skeletons = Map.copyOf(skeletons);
        phrases = phrases.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
        words = Set.copyOf(words);
    }

    /**
     * Of what is known.
     *
     * @param customary words written by custom, with what they stand for
     * @param written phrases and words, in lower case
     */
    static NamesInFull of(Map<String, String> customary, Set<String> written) {
        Map<String, List<String>> phrases = new HashMap<>();
        Map<String, Set<String>> skeletons = new HashMap<>();
        Map<String, String> known = new HashMap<>();
        for (String phrase : written) {
            List<String> words = Words.of(phrase);
            if (words.size() <= LONGEST && !words.isEmpty() && Words.isLatin(phrase.charAt(0))) {
                // Most words stand in many phrases: each is kept once.
                words.replaceAll(word -> known.computeIfAbsent(word, same -> same));
                phrases.computeIfAbsent(key(words), key -> new ArrayList<>()).addAll(words);
                words.stream()
                        .filter(word -> word.length() >= SHORTEST_WORD
                                && PLAIN.matcher(word).matches())
                        .forEach(word -> skeletons
                                .computeIfAbsent(skeleton(word), key -> new HashSet<>())
                                .add(word));
            }
        }
        Map<String, String> sure = new HashMap<>();
        skeletons.forEach((skeleton, words) -> {
            if (words.size() == 1 && isSkeleton(skeleton)) {
                sure.put(skeleton, words.iterator().next());
            }
        });
        return new NamesInFull(customary, sure, phrases, known.keySet());
    }

    private static String key(List<String> words) {
        return words.size() + " " + words.get(0).charAt(0);
    }

    private static String skeleton(String word) {
        return VOWELS.matcher(word).replaceAll("");
    }

    private static boolean isSkeleton(String word) {
        return word.length() >= SHORTEST_SKELETON
                && PLAIN.matcher(word).matches()
                && skeleton(word).equals(word);
    }

    /** The name with its short words written out: {@code brth_dt} is a birth date; itself where it has none. */
    String of(String name) {
        String numbered = name.startsWith("#") ? name : name.replace("#", " no ");
        List<String> words = Words.of(numbered);
        if (words.isEmpty() || words.size() > LONGEST) {
            return name;
        }
        Optional<List<String>> cut = cutOff(numbered, words);
        if (cut.isPresent()) {
            return String.join(" ", cut.get());
        }
        boolean shortened = !numbered.equals(name)
                || words.stream().anyMatch(word -> customary.containsKey(word) || skeletons.containsKey(word));
        return shortened ? words.stream().map(this::whole).collect(Collectors.joining(" ")) : name;
    }

    private String whole(String word) {
        return customary.getOrDefault(word, skeletons.getOrDefault(word, word));
    }

    /** The shortest phrase whose words the name's words begin. */
    private Optional<List<String>> cutOff(String name, List<String> words) {
        String lower = Folding.lower(name);
        Predicate<String> dotted = word -> lower.contains(word + ".");
        boolean anyDotted = lower.endsWith(".") || lower.contains(". ");
        if (words.size() < 2 && !(anyDotted && words.get(0).length() >= SHORTEST_WORD)) {
            return Optional.empty();
        }
        List<String> alike = phrases.getOrDefault(key(words), List.of());
        return IntStream.range(0, alike.size() / words.size())
                .mapToObj(phrase -> alike.subList(phrase * words.size(), (phrase + 1) * words.size()))
                .filter(phrase -> !phrase.equals(words) && isCutOff(words, phrase, anyDotted, dotted))
                .min(Comparator.comparingInt((List<String> phrase) ->
                                String.join(" ", phrase).length())
                        .thenComparing(phrase -> String.join(" ", phrase)));
    }

    private boolean isCutOff(List<String> words, List<String> phrase, boolean anyDotted, Predicate<String> dotted) {
        boolean anyWhole = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean whole = phrase.get(i).equals(word);
            boolean cut = phrase.get(i).startsWith(word)
                    && (anyDotted ? dotted.test(word) && word.length() > 1 : isRest(word, phrase.get(i)));
            if (!whole && !cut) {
                return false;
            }
            anyWhole |= whole
                    && word.length() >= SHORTEST_WHOLE
                    && PLAIN.matcher(word).matches();
        }
        return anyDotted || anyWhole;
    }

    /** Whether the word may be what was left of the other one: more than its plural is missing, and it's no word itself. */
    private boolean isRest(String word, String of) {
        return word.length() >= SHORTEST_CUT && of.length() > word.length() + 1 && !words.contains(word);
    }
}
