package org.trainingaudit.detection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a survey or register calls its variables: {@code v130} is a religion in a table of a Demographic and Health Survey, and
 * nothing elsewhere.
 *
 * @param marks names by which a table is known to be of it
 * @param columns names, by the detector that they speak for
 * @param nothing names that speak for none, whatever they say elsewhere
 */
record CodeBook(Pattern marks, Map<String, Pattern> columns, Pattern nothing) {

    /** So many columns with its marks are no accident. */
    static final int MARKS = 2;

    CodeBook {
        columns = Map.copyOf(columns);
    }

    /** Of the books that the table's columns are of, what they say of each of them. */
    static Map<String, Set<String>> read(List<String> names, List<CodeBook> books) {
        Map<String, Set<String>> read = new TreeMap<>();
        List<String> plain = names.stream().map(CodeBook::plain).toList();
        for (CodeBook book : books) {
            if (plain.stream().filter(book::isMarked).distinct().count() >= MARKS) {
                for (int i = 0; i < names.size(); i++) {
                    String name = names.get(i);
                    book.detectors(plain.get(i)).ifPresent(of -> read.putIfAbsent(name, of));
                }
            }
        }
        return read;
    }

    private static String plain(String name) {
        return Folding.fold(name).lower().strip();
    }

    private boolean isMarked(String name) {
        return marks.matcher(name).matches();
    }

    /** The detectors that the name speaks for; none where the book says that it's nothing, and empty where it says nothing. */
    private Optional<Set<String>> detectors(String name) {
        Set<String> found = columns.entrySet().stream()
                .filter(of -> of.getValue().matcher(name).matches())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        boolean known = !found.isEmpty() || nothing.matcher(name).matches();
        return known ? Optional.of(found) : Optional.empty();
    }
}
