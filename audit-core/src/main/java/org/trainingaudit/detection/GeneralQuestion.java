package org.trainingaudit.detection;

import java.util.List;
import java.util.Set;

/** A question about the world and about nobody: "What are the symptoms of diabetes?" */
final class GeneralQuestion {

    private static final Set<String> ASKING = Set.of(
            "what", "who", "whose", "what's", "whats", "how", "which", "why", "when", "where", "is", "are", "does",
            "do", "did", "can", "could", "should");

    private static final Set<String> TELLING_TO = Set.of("recommend", "explain", "describe", "define");

    /** Words for somebody, of whom the question may tell something. */
    private static final Set<String> SOMEBODY = Set.of(
            "i",
            "i'm",
            "i've",
            "me",
            "my",
            "mine",
            "im",
            "ive",
            "we",
            "our",
            "us",
            "he",
            "she",
            "his",
            "her",
            "him",
            "hers",
            "their",
            "mother",
            "father",
            "mom",
            "dad",
            "son",
            "daughter",
            "wife",
            "husband",
            "brother",
            "sister",
            "patient",
            "client");

    private static final Set<String> ASKED_FOR =
            Set.of("can i", "could i", "do i", "how do i", "how can i", "should i", "can we", "do we");
    private static final int LONGEST = 160;

    private GeneralQuestion() {}

    /** Whether the text, in lower case, is one. */
    static boolean is(String lower) {
        if (lower.length() > LONGEST || lower.strip().indexOf('\n') >= 0) {
            return false;
        }
        List<String> words = List.of(lower.strip().split("[^\\p{L}'’]+", -1));
        boolean asks = ASKING.contains(words.get(0)) && lower.strip().endsWith("?");
        return (asks || TELLING_TO.contains(words.get(0)))
                && behindOpening(words).stream().noneMatch(SOMEBODY::contains);
    }

    /** "Can I" asks for somebody, but tells nothing of them. */
    private static List<String> behindOpening(List<String> words) {
        for (int length = 3; length >= 2; length--) {
            if (words.size() > length && ASKED_FOR.contains(String.join(" ", words.subList(0, length)))) {
                return words.subList(length, words.size());
            }
        }
        return words.subList(1, words.size());
    }
}
