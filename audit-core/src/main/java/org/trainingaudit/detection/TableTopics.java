package org.trainingaudit.detection;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a table is about, by words in its name.
 *
 * @param detectors those of whose kind of thing it is, by the word
 */
record TableTopics(Map<String, Set<String>> detectors) {

    TableTopics {
        detectors = Map.copyOf(detectors);
    }

    /** The detectors of whose kind of thing a table of that name is. */
    Set<String> of(String table) {
        Set<String> found = new HashSet<>();
        Words.of(table).forEach(word -> found.addAll(by(word)));
        detectors.forEach((word, of) -> {
            if (!Words.isLatin(word.charAt(0)) && table.contains(word)) {
                found.addAll(of);
            }
        });
        return found;
    }

    /** A table of observations is about what one called observation is. */
    private Set<String> by(String word) {
        boolean plural = word.length() > 4 && word.endsWith("s");
        String other = plural ? word.substring(0, word.length() - 1) : word.length() > 3 ? word + "s" : word;
        return detectors.getOrDefault(word, detectors.getOrDefault(other, Set.of()));
    }
}
