package house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Adding one thing more touches what the table in {@code CONTRIBUTING.md} says: a thing that is there stands in no other file. */
class FourthTest {

    /** What is added, how one that is there is called in files, and those files. */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([a-z ,]+) \\| ((?:`[^`|]+`,? ?)+) \\| (`[^|]+`) \\| .* \\|$");

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** Written by the program itself, and the estate that shows it. */
    private static final List<String> MADE = List.of("config/regimes/schema", "config/demo");

    /** One row. */
    private record Kind(String name, List<String> calls, Set<String> files) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Kind> kinds() throws IOException {
        return ROW.matcher(Files.readString(Path.of("CONTRIBUTING.md")))
                .results()
                .map(row -> new Kind(row.group(1), names(row.group(2)), new TreeSet<>(names(row.group(3)))))
                .toList();
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void findsOneThatIsThereInTheseFilesAlone(Kind kind) throws IOException {
        Pattern called = kind.calls.stream()
                .map(Pattern::quote)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("|"), any -> Pattern.compile("(?<![\\w-])(?:" + any + ")(?![\\w-])")));
        Set<String> found = new TreeSet<>();
        for (Path file : files()) {
            if (called.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .find()) {
                found.add(file.getFileName().toString());
            }
        }
        assertThat(found).isEqualTo(kind.files);
    }

    @Test
    void tellsOfEachKindOfThingOnce() throws IOException {
        assertThat(kinds().stream().map(Kind::name))
                .doesNotHaveDuplicates()
                .contains("category", "detector", "regime", "report", "job step", "page");
    }

    private static List<Path> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String root : List.of("audit-core/src/main", "audit-reports/src/main", "audit-jobs/src/main", "config")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(Files::isRegularFile)
                        .filter(file -> MADE.stream().noneMatch(made -> file.startsWith(Path.of(made))))
                        .forEach(all::add);
            }
        }
        return all;
    }
}
