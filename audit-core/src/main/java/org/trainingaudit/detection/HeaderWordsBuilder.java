package org.trainingaudit.detection;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trainingaudit.config.Text;

/** Gathers what files say of words in names of columns and tables. */
final class HeaderWordsBuilder {

    private final Map<WordKind, Set<String>> words = new EnumMap<>(WordKind.class);
    private final Map<String, String> abbreviations = new TreeMap<>();
    private final Set<String> written = new HashSet<>();
    private final Map<String, Set<String>> beside = new TreeMap<>();
    private final Map<String, Set<String>> tables = new TreeMap<>();

    /** Adds words of a kind. */
    void add(WordKind kind, List<Text> texts) {
        Set<String> folded = texts.stream().map(HeaderWordsBuilder::folded).collect(Collectors.toSet());
        setOf(words, kind).addAll(folded);
        if (kind.isShortened()) {
            written.addAll(folded);
        }
    }

    /** Adds what programmers write for words. */
    void addAbbreviations(Map<String, String> more) {
        abbreviations.putAll(more);
    }

    /** Adds a phrase, in lower case, that names of columns are shortened from. */
    void addWritten(String phrase) {
        written.add(phrase);
    }

    /** Adds whole names that count for a detector beside others of its kind. */
    void addBeside(List<Text> names, String detector) {
        names.forEach(name -> setOf(beside, folded(name)).add(detector));
    }

    /** Adds words of names of tables that are about a detector's kind of thing. */
    void addTables(List<Text> words, String detector) {
        words.forEach(word -> setOf(tables, folded(word)).add(detector));
    }

    HeaderWords build() {
        return HeaderWords.of(words, NamesInFull.of(abbreviations, written), beside, tables);
    }

    private static String folded(Text word) {
        return Folding.fold(word.value()).lower();
    }

    private static <K> Set<String> setOf(Map<K, Set<String>> sets, K key) {
        return sets.computeIfAbsent(key, missing -> new HashSet<>());
    }
}
