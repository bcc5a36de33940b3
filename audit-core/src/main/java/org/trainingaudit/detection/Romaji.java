package org.trainingaudit.detection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How Japanese words are written in Latin letters: {@code shōgai} in names of columns is {@code SHOGAI}, {@code shougai} or
 * {@code SYOUGAI}, as whoever made the table has learnt it.
 */
final class Romaji {

    /** How long vowels are written: with a mark, without one, doubled as in kana, doubled as they sound, with h. */
    private static final List<List<String>> LONG_VOWELS = List.of(
            List.of("ō", "o", "ou", "oo", "oh"),
            List.of("ū", "u", "uu", "uu", "uh"),
            List.of("ā", "a", "aa", "aa", "ah"),
            List.of("ē", "e", "ei", "ee", "eh"),
            List.of("ī", "i", "ii", "ii", "ih"));

    private static final int WAYS = 5;

    /** Hepburn's letters and those of the official system, longer ones first. */
    private static final List<List<String>> OFFICIAL = List.of(
            List.of("sha", "sya"),
            List.of("shu", "syu"),
            List.of("sho", "syo"),
            List.of("shi", "si"),
            List.of("cha", "tya"),
            List.of("chu", "tyu"),
            List.of("cho", "tyo"),
            List.of("chi", "ti"),
            List.of("tsu", "tu"),
            List.of("fu", "hu"),
            List.of("ja", "zya"),
            List.of("ju", "zyu"),
            List.of("jo", "zyo"),
            List.of("ji", "zi"));

    private Romaji() {}

    /** All that the word may be written as; it comes in Hepburn's letters with marks over long vowels. */
    static Set<String> spellings(String word) {
        Set<String> spellings = new LinkedHashSet<>();
        for (int way = 1; way < WAYS; way++) {
            String plain = word;
            for (List<String> vowel : LONG_VOWELS) {
                plain = plain.replace(vowel.get(0), vowel.get(way));
            }
            spellings.add(plain);
            spellings.add(official(plain));
        }
        return spellings;
    }

    private static String official(String word) {
        String written = word;
        for (List<String> letters : OFFICIAL) {
            written = written.replace(letters.get(0), letters.get(1));
        }
        return written;
    }
}
