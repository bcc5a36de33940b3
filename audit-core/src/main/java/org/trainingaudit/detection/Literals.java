package org.trainingaudit.detection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Some words, of which it is asked whether one stands at a place, whatever follows it. Unchangeable. */
final class Literals {

    private static final int SLOTS = 64;

    /** The words by the last bits of their first characters. */
    private final String[][] slots = new String[SLOTS][];

    Literals(String... words) {
        Map<Integer, List<String>> some =
                Arrays.stream(words).collect(Collectors.groupingBy(word -> slot(word.charAt(0))));
        Arrays.setAll(slots, slot -> some.getOrDefault(slot, List.of()).toArray(String[]::new));
    }

    private static int slot(char first) {
        return first % SLOTS;
    }

    /** Whether one of them stands there, written just so. */
    boolean standsAt(FoldedText text, int at) {
        if (at >= text.length()) {
            return false;
        }
        for (String word : slots[slot(text.at(at))]) {
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
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != text.at(at + i)) {
                return false;
            }
        }
        return true;
    }
}
