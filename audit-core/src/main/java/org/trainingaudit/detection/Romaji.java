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

    /** How many write it who type kana: of the official system only what is one kana and a small one. */
    private static final List<List<String>> TYPED = List.of(
            List.of("sha", "sya"),
            List.of("shu", "syu"),
            List.of("sho", "syo"),
            List.of("cha", "tya"),
            List.of("chu", "tyu"),
            List.of("cho", "tyo"));

    private static final List<List<String>> TYPED_MORE =
            List.of(List.of("ja", "jya"), List.of("ju", "jyu"), List.of("jo", "jyo"));

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
            String typed = written(plain, TYPED);
            spellings.add(written(plain, OFFICIAL));
            spellings.add(typed);
            spellings.add(written(typed, TYPED_MORE));
        }
        return spellings;
    }

    private static String written(String word, List<List<String>> as) {
        String written = word;
        for (List<String> letters : as) {
            written = written.replace(letters.get(0), letters.get(1));
        }
        return written;
    }
}
