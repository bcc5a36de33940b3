package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LexiconTest {

    @Test
    void findsWhatAPlainSearchFinds() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<String> terms = new ArrayList<>();
            Lexicon.Builder builder = new Lexicon.Builder();
            for (int i = 0; i < 12; i++) {
                terms.add(word(random, 1 + random.nextInt(4)));
                builder.add(terms.get(i), i);
            }
            String text = word(random, 60);
            Set<String> found = new TreeSet<>();
            FoldedText folded = Folding.fold(text);
            builder.build().scan(folded, (start, end, term) -> found.add(start + "-" + end + " " + term));
            assertThat(found).isEqualTo(plain(folded, terms));
        }
    }

    /** All places at which a word may begin. */
    private static Set<String> plain(FoldedText folded, List<String> terms) {
        String text = folded.lower();
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i);
            for (int at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
                if (Words.isStart(folded, at)) {
                    found.add(at + "-" + (at + term.length()) + " " + i);
                }
            }
        }
        return found;
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("ab癌 B".charAt(random.nextInt(length > 10 ? 5 : 4)));
        }
        return word.toString();
    }

    @Test
    void tellsItsTerms() {
        Lexicon.Builder builder = new Lexicon.Builder();
        builder.add("ab", 3);
        builder.add("a", 1);
        builder.add("ab", 4);
        Map<String, int[]> terms = builder.build().terms();
        assertThat(terms).containsOnlyKeys("a", "ab");
        assertThat(terms.get("ab")).containsExactly(3, 4);
    }
}
