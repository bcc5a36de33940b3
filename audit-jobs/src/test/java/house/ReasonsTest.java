package house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What isn't checked says why, where it stands. */
class ReasonsTest {

    /** A check of the compiler, of a framework or of our own that is told to look away, or a test that never runs. */
    private static final Pattern AWAY =
            Pattern.compile("@Suppress\\w*|\\.disable\\(\\)|@NullUnmarked|spotless:of" + "f|@Disabled\\w*");

    private static final Pattern AWAY_IN_POM =
            Pattern.compile("<exclusions>|<skip\\w*>|:OFF|Excluded|-Xlint:\\S*,-|<doclint>|<failOn\\w+>false");

    /** A sentence of our own to whoever runs the test, which stands in the annotation. */
    private static final Pattern SAID = Pattern.compile("disabledReason = \"|//|\\*/");

    @Test
    void standBesideEachSuppressionInCode() throws IOException {
        List<String> without = new ArrayList<>();
        int seen = 0;
        for (String module : List.of("audit-core", "audit-reports", "audit-jobs", "bench")) {
            try (Stream<Path> files = Files.walk(Path.of(module))) {
                for (Path file : files.filter(ReasonsTest::isSource).toList()) {
                    List<String> lines = Files.readAllLines(file);
                    for (int i = 0; i < lines.size(); i++) {
                        if (AWAY.matcher(lines.get(i)).find() && !lines.get(i).startsWith("import ")) {
                            seen++;
                            if (!isSaid(lines, i)) {
                                without.add(file + ":" + (i + 1));
                            }
                        }
                    }
                }
            }
        }
        assertThat(without).isEmpty();
        assertThat(seen).isGreaterThan(10);
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java")
                && !file.toString().contains("target")
                && !file.endsWith("ReasonsTest.java");
    }

    /** On the line, or on the one before it. */
    private static boolean isSaid(List<String> lines, int line) {
        return SAID.matcher(lines.get(line)).find()
                || (line > 0 && SAID.matcher(lines.get(line - 1)).find());
    }

    @Test
    void standBesideEachExceptionInTheBuild() throws IOException {
        List<String> without = new ArrayList<>();
        int seen = 0;
        for (String pom : List.of("pom.xml", "audit-core/pom.xml", "audit-reports/pom.xml", "audit-jobs/pom.xml")) {
            List<String> lines = Files.readAllLines(Path.of(pom));
            for (int i = 0; i < lines.size(); i++) {
                if (AWAY_IN_POM.matcher(lines.get(i)).find()) {
                    seen++;
                    if (!isSaidInPom(lines, i)) {
                        without.add(pom + ":" + (i + 1) + " " + lines.get(i).strip());
                    }
                }
            }
        }
        assertThat(without).isEmpty();
        assertThat(seen).isGreaterThan(10);
    }

    /** In a comment inside the same dependency, execution or plugin, or before it. */
    private static boolean isSaidInPom(List<String> lines, int line) {
        int from = line;
        while (from > 0 && !lines.get(from).matches("\\s*<(dependency|execution|plugin)>")) {
            from--;
        }
        return lines.subList(Math.max(0, from - 1), Math.min(lines.size(), line + 2)).stream()
                .anyMatch(text -> text.contains("<!--") || text.contains("-->"));
    }
}
