package org.trainingaudit.use;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.trainingaudit.taxonomy.Category;
import org.trainingaudit.taxonomy.Taxonomy;

/** Our categories by the words that other vocabularies have for them. A word that two of ours share means both. */
final class Vocabularies {

    private final Map<String, Set<String>> byDpv;
    private final Map<String, Set<String>> byFideslang;

    Vocabularies(Taxonomy taxonomy) {
        this.byDpv = index(taxonomy, Category::dpv);
        this.byFideslang = index(taxonomy, Category::fideslang);
    }

    private static Map<String, Set<String>> index(Taxonomy taxonomy, Function<Category, Set<String>> words) {
        Map<String, Set<String>> index = new HashMap<>();
        taxonomy.ids()
                .forEach(id -> taxonomy.get(id)
                        .map(words)
                        .orElse(Set.of())
                        .forEach(word -> index.computeIfAbsent(word, unseen -> new TreeSet<>())
                                .add(id)));
        return index;
    }

    /** The categories of a term of DPV: its own name where it's of personal data, else with its prefix. */
    Set<String> ofDpv(String term) {
        return byDpv.getOrDefault(term, Set.of());
    }

    /** The categories of a key of fideslang, or of the nearest wider key that means any. */
    Set<String> ofFideslang(String key) {
        Optional<String> here = Optional.of(key);
        while (here.isPresent()) {
            Set<String> found = byFideslang.getOrDefault(here.get(), Set.of());
            if (!found.isEmpty()) {
                return found;
            }
            here = here.filter(word -> word.contains(".")).map(word -> word.substring(0, word.lastIndexOf('.')));
        }
        return Set.of();
    }

    Set<String> ofFideslang(Collection<String> keys) {
        Set<String> found = new TreeSet<>();
        keys.forEach(key -> found.addAll(ofFideslang(key)));
        return found;
    }
}
