package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Text;

/** Makes code books of what the files say. */
final class CodeBookLoader {

    private static final Pattern NONE = Pattern.compile("(?!)");

    private final Set<String> detectors;
    private final Faults faults;

    private CodeBookLoader(Set<String> detectors, Faults faults) {
        this.detectors = detectors;
        this.faults = faults;
    }

    static List<CodeBook> load(List<DetectorFile.CodeBookEntry> entries, Set<String> detectors, Faults faults) {
        CodeBookLoader loader = new CodeBookLoader(detectors, faults);
        List<CodeBook> books = new ArrayList<>();
        entries.forEach(entry -> books.add(loader.book(entry)));
        return List.copyOf(books);
    }

    private CodeBook book(DetectorFile.CodeBookEntry entry) {
        Map<String, Pattern> columns = new TreeMap<>();
        entry.columns().forEach((detector, names) -> {
            if (detectors.contains(detector)) {
                columns.put(detector, anyOf(names));
            } else {
                faults.add(
                        entry.at(),
                        "code book '" + entry.id() + "': unknown detector '" + detector + "'"
                                + Nearest.hint(detector, detectors));
            }
        });
        return new CodeBook(anyOf(entry.marks()), columns, anyOf(entry.nothing()));
    }

    private Pattern anyOf(List<Text> names) {
        String all = names.stream()
                .flatMap(name -> regex(name).stream())
                .map(regex -> "(?:" + regex + ")")
                .collect(Collectors.joining("|"));
        return all.isEmpty() ? NONE : Pattern.compile(all);
    }

    private Optional<String> regex(Text name) {
        try {
            Pattern.compile(name.value());
            return Optional.of(name.value());
        } catch (PatternSyntaxException e) {
            faults.add(name.at(), "not a regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }
}
