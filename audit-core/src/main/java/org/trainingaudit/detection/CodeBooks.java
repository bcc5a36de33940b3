package org.trainingaudit.detection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Books by which names of columns are codes: {@code XX} is a blood group only beside {@code XM}, {@code CSRQ} and {@code MZ}. Where
 * enough of a book's codes stand in one table, the table is written by it, and all of them mean what the book says.
 */
record CodeBooks(List<Book> books) {

    CodeBooks {
        books = List.copyOf(books);
    }

    /**
     * A book about people.
     *
     * @param least so many of its codes that mean something make a table its own
     * @param columns the detectors of which each code speaks, by the code as {@link #plain} gives it; none of one that is nobody's
     */
    record Book(int least, Map<String, Set<String>> columns) {

        Book {
            columns = Map.copyOf(columns);
        }

        private boolean isFollowed(Set<String> codes) {
            return codes.stream()
                            .filter(code ->
                                    !columns.getOrDefault(code, Set.of()).isEmpty())
                            .count()
                    >= least;
        }
    }

    /** The detectors of each column whose name is a code of a book that the table follows; none where it's nobody's. */
    Map<String, Set<String>> read(List<String> names) {
        Map<String, String> codes = new HashMap<>();
        names.forEach(name -> codes.put(name, plain(name)));
        Set<String> all = Set.copyOf(codes.values());
        Map<String, Set<String>> told = new HashMap<>();
        for (Book book : books) {
            if (book.isFollowed(all)) {
                codes.forEach((name, code) -> {
                    if (book.columns.containsKey(code)) {
                        told.computeIfAbsent(name, key -> new HashSet<>())
                                .addAll(book.columns.getOrDefault(code, Set.of()));
                    }
                });
            }
        }
        return told;
    }

    /** A code without regard to case and to the signs between its parts. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        Folding.fold(name).lower().chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
