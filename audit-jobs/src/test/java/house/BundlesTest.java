package house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read is there in English and in Japanese. */
class BundlesTest {

    /** A place that a value is put into: {@code {0,number}}, {@code {run}}. */
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)[,}]");
    /** A text that a template asks for by its whole name. */
    private static final Pattern ASKED = Pattern.compile("#\\{([\\w.-]+)[}(]");

    @ParameterizedTest
    @EnumSource
    void haveTheSameKeysInBothLanguagesAndNoEmptyText(Bundles bundle) {
        assertThat(bundle.japanese().keySet()).isEqualTo(bundle.english().keySet());
        assertThat(bundle.english().values()).doesNotContain("");
        assertThat(bundle.japanese().values()).doesNotContain("");
    }

    @ParameterizedTest
    @EnumSource
    void haveTheSamePlacesInBothLanguages(Bundles bundle) {
        Properties japanese = bundle.japanese();
        bundle.english()
                .forEach((key, text) -> assertThat(places(japanese.getProperty((String) key)))
                        .as("%s in %s", key, bundle.file())
                        .isEqualTo(places((String) text)));
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    @Test
    void areAllThatAreThere() throws IOException {
        Set<Path> known = Stream.of(Bundles.values()).map(Bundles::file).collect(Collectors.toSet());
        known.add(Path.of("audit-reports/src/main/resources/org/trainingaudit/report/columns_ja.properties"));
        Set<Path> there = new TreeSet<>();
        for (Path root : Bundles.ROOTS) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith("_ja.properties")).forEach(there::add);
            }
        }
        assertThat(there).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void haveEveryTextThatATemplateAsksFor() throws IOException {
        Set<Object> keys = Bundles.PAGES.english().keySet();
        Set<String> missing = new TreeSet<>();
        int asked = 0;
        try (Stream<Path> templates = Files.list(Bundles.ROOTS.get(0).resolve("templates"))) {
            for (Path template : templates.toList()) {
                Matcher matcher = ASKED.matcher(Files.readString(template));
                while (matcher.find()) {
                    asked++;
                    if (!keys.contains(matcher.group(1))) {
                        missing.add(template.getFileName() + ": " + matcher.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(asked).isGreaterThan(100);
    }
}
