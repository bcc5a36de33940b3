package house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a guide points at is there: files, headings, folders, tests. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```");
    /** A file or folder of the repository, named in a sentence; what has a placeholder in it is none. */
    private static final Pattern NAMED = Pattern.compile("`((?:config|docs|audit-\\w+|bench|\\.ci)/[\\w./-]*)`");

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:[#.](\\w+))?`");
    /** A class of ours that a command runs, or that JMH does. */
    private static final Pattern MAIN =
            Pattern.compile("bench/run [\\w-]+ (?:org\\.openjdk\\.jmh\\.Main )?((?!FOLDER)[\\w.]+)");

    private static final Pattern MAVEN = Pattern.compile("-Dtest='?(\\w+)");
    private static final Pattern RECORD = Pattern.compile("\\| \\[(\\d{4})]\\(([^)]+)\\) \\| ([^|]+) \\| ([^|]+) \\|");

    /** Finds what is wrong with one place of a page, if anything is. */
    private interface Check extends BiFunction<Path, MatchResult, Optional<String>> {}

    @Test
    void leadToFilesAndHeadingsThatAreThere() throws IOException {
        assertThat(faults(LINK, 80, (page, link) -> dead(page, link.group(1)))).isEmpty();
    }

    private static Optional<String> dead(Path page, String link) {
        if (link.matches("[a-z]+:.*")) {
            return Optional.empty();
        }
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        boolean there = Files.exists(Path.of("").toAbsolutePath().resolve(file));
        boolean found = there && (parts.length == 1 || anchors(file).contains(parts[1]));
        return found ? Optional.empty() : Optional.of(link);
    }

    /** As the places that show Markdown make them from headings. */
    private static Set<String> anchors(Path file) {
        return HEADING.matcher(BLOCK.matcher(read(file)).replaceAll(""))
                .results()
                .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Test
    void nameFilesAndFoldersThatAreThere() throws IOException {
        assertThat(faults(
                        NAMED,
                        50,
                        (page, name) -> Optional.of(name.group(1)).filter(path -> !Files.exists(Path.of(path)))))
                .isEmpty();
    }

    @Test
    void nameTestsThatAreThere() throws IOException {
        Set<String> tests = new TreeSet<>();
        for (String module : List.of("audit-core", "audit-reports", "audit-jobs")) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src/test/java"))) {
                for (Path file : files.filter(path -> path.toString().endsWith("Test.java"))
                        .toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    tests.add(name);
                    Pattern.compile("void (\\w+)\\(")
                            .matcher(Files.readString(file))
                            .results()
                            .forEach(method -> tests.add(name + "#" + method.group(1)));
                }
            }
        }
        assertThat(faults(
                        TEST,
                        20,
                        (page, test) -> Optional.of(
                                        test.group().replace("`", "").replace('.', '#'))
                                .filter(name -> !tests.contains(name))))
                .isEmpty();
    }

    @Test
    void nameProgramsToMeasureWithThatAreThere() throws IOException {
        assertThat(faults(MAIN, 15, (page, main) -> Optional.of(main.group(1)).filter(name -> !isThere(name))))
                .isEmpty();
        assertThat(faults(MAVEN, 3, (page, test) -> Optional.of(test.group(1)).filter(name -> !isThere(name))))
                .isEmpty();
    }

    /** A class that is ours, by its name or its whole name, in what is tested or measured. */
    private static boolean isThere(String name) {
        String file = name.replace('.', '/') + ".java";
        for (String module : List.of("audit-core", "audit-reports", "audit-jobs", "bench")) {
            try (Stream<Path> files = Files.walk(Path.of(module))) {
                if (files.anyMatch(path -> path.endsWith(file))) {
                    return true;
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return false;
    }

    /** The index has every decision with its title and its status, in their order. */
    @Test
    void listEveryDecisionAsItStands() throws IOException {
        Path folder = Path.of("docs/adr");
        List<String> told = RECORD.matcher(read(folder.resolve("README.md")))
                .results()
                .map(row -> row.group(2) + " | " + row.group(3) + " | " + row.group(4))
                .toList();
        List<String> there = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> !path.endsWith("README.md"))
                    .sorted((a, b) -> number(a).compareTo(number(b)))
                    .toList()) {
                there.add(file.getFileName() + " | " + title(file) + " | " + status(file));
            }
        }
        assertThat(told).isEqualTo(there).hasSizeGreaterThan(20);
    }

    private static String number(Path file) {
        return file.getFileName().toString().substring("2026-11-21-".length());
    }

    private static String title(Path file) {
        return read(file).lines().findFirst().orElse("").replaceFirst("^# \\d+: ", "");
    }

    private static String status(Path file) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith("Status: "))
                .map(line -> line.replaceAll("^Status: |, \\d{4}-.*$", ""))
                .findFirst()
                .orElse("none");
    }

    private static List<String> faults(Pattern pattern, int atLeast, Check check) throws IOException {
        List<String> faults = new ArrayList<>();
        int seen = 0;
        List<Path> pages = new ArrayList<>(Guides.all());
        pages.add(Path.of("docs/adr/README.md"));
        for (Path page : pages) {
            for (MatchResult place : pattern.matcher(read(page)).results().toList()) {
                seen++;
                check.apply(page, place).ifPresent(fault -> faults.add(page + ": " + fault));
            }
        }
        assertThat(seen).isGreaterThan(atLeast);
        return faults;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
