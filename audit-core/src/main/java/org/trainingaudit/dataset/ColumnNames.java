package org.trainingaudit.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Names of columns that can be told apart. */
final class ColumnNames {

    private ColumnNames() {}

    /**
     * The names of a header as they are, with two exceptions: a blank one becomes {@code #} and its place from 1; one that
     * stood before gets {@code #2}, {@code #3} appended.
     */
    static List<String> of(List<String> header) {
        Set<String> written = new HashSet<>(header);
        Set<String> given = new HashSet<>();
        Map<String, Integer> times = new HashMap<>();
        List<String> names = new ArrayList<>(header.size());
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).isBlank() ? "#" + (i + 1) : header.get(i);
            names.add(given.add(name) ? name : next(name, written, given, times));
        }
        return names;
    }

    private static String next(String name, Set<String> written, Set<String> given, Map<String, Integer> times) {
        String numbered = name;
        while (written.contains(numbered) || !given.add(numbered)) {
            numbered = name + "#" + times.merge(name, 2, (n, two) -> n + 1);
        }
        return numbered;
    }

    /** {@code #1}, {@code #2} and so on. */
    static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "#" + i).toList();
    }
}
