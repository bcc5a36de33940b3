package org.trainingaudit.detection;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Some words, of which it is asked whether one stands at a place, whatever follows it. Unchangeable. */
final class Literals {

    private static final int SLOTS = 64;
    private static final String[] NONE = {};

    private final Map<Character, String[]> byFirst;

    /** The last bits of all words' first characters: most places are turned away by them. */
    private final long firsts;

    Literals(String... words) {
        byFirst = Arrays.stream(words)
                .collect(Collectors.groupingBy(
                        word -> word.charAt(0),
                        Collectors.collectingAndThen(Collectors.toList(), all -> all.toArray(String[]::new))));
        long bits = 0;
        for (String word : words) {
            bits |= 1L << (word.charAt(0) % SLOTS);
        }
        firsts = bits;
    }

    /** Whether one of them stands there, written just so. */
    boolean standsAt(FoldedText text, int at) {
        if (at >= text.length() || ((firsts >>> text.at(at)) & 1) == 0) {
            return false;
        }
        for (String word : byFirst.getOrDefault(text.at(at), NONE)) {
            if (stands(word, text, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(String word, FoldedText text, int at) {
        if (at + word.length() > text.length()) {
            return false;
        }
        for (int i = 1; i < word.length(); i++) {
            if (word.charAt(i) != text.at(at + i)) {
                return false;
            }
        }
        return true;
    }
}
