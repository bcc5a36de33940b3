package org.trainingaudit.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AutomatonTest {

    @Test
    void findsWhatAPlainSearchFinds() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<String> terms = new ArrayList<>();
            Automaton.Builder builder = new Automaton.Builder();
            for (int i = 0; i < 12; i++) {
                terms.add(word(random, 1 + random.nextInt(4)));
                builder.add(terms.get(i), i);
            }
            String text = word(random, 60);
            Set<String> found = new TreeSet<>();
            builder.build().scan(text, (start, end, term) -> found.add(start + "-" + end + " " + term));
            assertThat(found).isEqualTo(plain(text, terms));
        }
    }

    private static Set<String> plain(String text, List<String> terms) {
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i);
            for (int at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
                found.add(at + "-" + (at + term.length()) + " " + i);
            }
        }
        return found;
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("ab癌".charAt(random.nextInt(3)));
        }
        return word.toString();
    }
}
