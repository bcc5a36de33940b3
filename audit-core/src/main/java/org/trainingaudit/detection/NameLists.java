package org.trainingaudit.detection;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Common given and family names, in lower case without accents. Many of them are words of another meaning too: evidence, not proof. */
final class NameLists {

    static final Set<String> KEYS = Set.of("given", "family", "given-ja", "family-ja", "not-names");

    private final Set<String> given;
    private final Set<String> family;
    private final Set<String> givenJa;
    private final Set<String> familyJa;
    private final Set<String> notNames;

    NameLists(Map<String, String> lists) {
        this.given = words(lists, "given");
        this.family = words(lists, "family");
        this.givenJa = words(lists, "given-ja");
        this.familyJa = words(lists, "family-ja");
        this.notNames = words(lists, "not-names");
    }

    private static Set<String> words(Map<String, String> lists, String key) {
        String text = Folding.fold(lists.getOrDefault(key, "")).lower();
        return new HashSet<>(Arrays.asList(text.split("\\s+", -1)));
    }

    boolean isGiven(String lower) {
        return given.contains(lower);
    }

    boolean isFamily(String lower) {
        return family.contains(lower);
    }

    boolean isNoName(String lower) {
        return notNames.contains(lower);
    }

    boolean isGivenJa(String written) {
        return givenJa.contains(written);
    }

    /** How many characters of a Japanese family name the text begins with; 0 if none is known. */
    int familyJa(String text) {
        for (int length = Math.min(4, text.length()); length > 0; length--) {
            if (familyJa.contains(text.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }
}
