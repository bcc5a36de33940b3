package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SieveTest {

    private static final List<String> PIECES = List.of(
            "a",
            "[ab]",
            "[^a1]",
            "\\p{L}",
            "[0-9]",
            ".",
            "1",
            "\\.",
            "人",
            "(?:ab|1-)",
            "([-.]?)a\\1",
            "(b1)",
            "(?i:B)",
            "(?!1)",
            "(?<!a)",
            "(?<![a-z]|1-)",
            "(?=b)",
            "(?>a|ab)",
            "\\b",
            "[\\p{IsHan}a]",
            "(?-i:A)");
    private static final List<String> COUNTS =
            List.of("", "", "", "?", "+", "*?", "{2}", "{1,3}", "{2,}", "{0,30}", "++");

    @Test
    void missesNothingThatThePatternsFind() {
        Random random = new Random(23);
        for (int round = 0; round < 150; round++) {
            List<Pattern> patterns = patterns(random);
            Sieve sieve = Sieve.of(patterns);
            for (int i = 0; i < 60; i++) {
                String text = text(random);
                BitSet passing = passing(sieve, text);
                for (int p = 0; p < patterns.size(); p++) {
                    boolean found = patterns.get(p).matcher(text).find();
                    assertThat(!found || passing.get(p))
                            .as("%s in '%s'", patterns.get(p), text)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void holdsBackWhatCannotMatch() {
        Sieve sieve = Sieve.of(List.of(
                Pattern.compile("(?<![0-9])[0-9]{4}(?![0-9])"),
                Pattern.compile("a{2,30}@"),
                Pattern.compile("K", Pattern.CASE_INSENSITIVE),
                Pattern.compile("([-.])1\\1")));
        assertThat(passing(sieve, "12345 aa k.1.").toString()).isEqualTo("{2, 3}");
        assertThat(passing(sieve, "x1234").toString()).isEqualTo("{0}");
        assertThat(passing(sieve, "1234567 a@").toString()).isEqualTo("{}");
        assertThat(passing(sieve, "aaa@K-1").toString()).isEqualTo("{1, 2}");
    }

    @Test
    void passesWhatItCannotRead() {
        Sieve sieve = Sieve.of(List.of(Pattern.compile("a\\Rb"), Pattern.compile("^a$", Pattern.MULTILINE)));
        assertThat(sieve.unread()).isEqualTo(2);
        assertThat(passing(sieve, "").cardinality()).isEqualTo(2);
        assertThat(passing(sieve, "xyz").cardinality()).isEqualTo(2);
    }

    @Test
    void passesEverythingInATextWithPairsOfSurrogates() {
        assertThat(passing(Sieve.of(List.of(Pattern.compile("a"))), "𠮷").cardinality())
                .isEqualTo(1);
    }

    @Test
    void goesOnWhenItsStatesHaveRunOut() {
        StringBuilder random = new StringBuilder();
        new Random(3).ints(60_000, 0, 2).forEach(random::append);
        Pattern pattern = Pattern.compile("1[01]{14}1a");
        Sieve sieve = Sieve.of(List.of(pattern));
        assertThat(passing(sieve, random.toString()).cardinality()).isZero();
        assertThat(passing(sieve, random + "100000000000000" + "1a").cardinality())
                .isEqualTo(1);
    }

    private static BitSet passing(Sieve sieve, String text) {
        long[] passing = new long[sieve.words()];
        FoldedText as = new FoldedText(false);
        as.begin(text.length(), false);
        for (int i = 0; i < text.length(); i++) {
            as.append(text.charAt(i), i, i);
        }
        as.end(text.length(), 0, true);
        sieve.passing(as, passing);
        return BitSet.valueOf(passing);
    }

    private static List<Pattern> patterns(Random random) {
        List<Pattern> patterns = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            StringBuilder regex = new StringBuilder();
            for (int k = 1 + random.nextInt(5); k > 0; k--) {
                String piece = PIECES.get(random.nextInt(PIECES.size()));
                String count = COUNTS.get(random.nextInt(COUNTS.size()));
                regex.append(piece).append(piece.equals("\\b") || piece.matches("\\(\\?<?[!=].*") ? "" : count);
                regex.append(k > 1 && random.nextInt(8) == 0 ? "|" : "");
            }
            patterns.add(Pattern.compile(regex.toString(), random.nextBoolean() ? Pattern.CASE_INSENSITIVE : 0));
        }
        return patterns;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(14); i > 0; i--) {
            text.append("aabbAB11.-人 ".charAt(random.nextInt(12)));
        }
        return text.toString();
    }
}
