package house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trainingaudit.operate.RunState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every face says the words of {@code docs/glossary.md}; what commands say is held by {@code HelpTest}. */
class GlossaryTest {

    private static final Glossary GLOSSARY = Glossary.read();

    /** Columns that have the words of the law that asks for them. */
    private static final Set<String> WORDS_OF_LAW = Set.of("public_data_sets", "licensed_data_sets");

    /** The same of an answer. */
    private static final String SET_OF_HIPAA = "limited-data-set";

    /** Words that a column shares with the glossary and doesn't mean. */
    private static final Map<String, String> MEANT_OTHERWISE =
            Map.of("col.step", "the step of a job; a law's stands above a column as col.legalstep");

    @Test
    void hasAMeaningAndAJapaneseWordForEachWordAndEachOnce() {
        assertThat(GLOSSARY.words()).hasSizeGreaterThan(40).allSatisfy(word -> {
            assertThat(word.japanese()).isNotEmpty();
            assertThat(word.meaning()).isNotEmpty();
        });
        assertThat(GLOSSARY.words().stream().map(Glossary.Word::english)).doesNotHaveDuplicates();
        assertThat(GLOSSARY.words().stream().map(Glossary.Word::japanese)).doesNotHaveDuplicates();
        assertThat(GLOSSARY.words().stream().flatMap(word -> word.never().stream()))
                .hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @EnumSource
    void isHeldByTheTextsInBothLanguages(Bundles bundle) {
        List<String> faults = new ArrayList<>();
        bundle.english().forEach((key, text) -> tell(faults, key, GLOSSARY.faults((String) text)));
        bundle.japanese().forEach((key, text) -> tell(faults, key + " (ja)", GLOSSARY.japaneseFaults((String) text)));
        assertThat(faults).isEmpty();
    }

    @Test
    void isHeldByTheColumnsOfReports() {
        List<String> faults = new ArrayList<>();
        Bundles.COLUMNS.forEach((column, heading) -> {
            tell(faults, column, WORDS_OF_LAW.contains(column) ? List.of() : GLOSSARY.faults((String) column));
            tell(faults, column + " (ja)", GLOSSARY.japaneseFaults((String) heading));
        });
        assertThat(faults).isEmpty();
    }

    /** A column that is called by a word of the glossary has its Japanese word above it. */
    @Test
    void namesColumnsInJapanese() {
        List<String> faults = new ArrayList<>();
        Properties pages = Bundles.PAGES.japanese();
        int named = 0;
        for (Glossary.Word word : GLOSSARY.words()) {
            String column = word.english().replace(' ', '_');
            for (String name : List.of(column, column + "s", "col." + column, "col." + column + "s")) {
                String heading = name.startsWith("col.") ? pages.getProperty(name) : Bundles.COLUMNS.getProperty(name);
                if (heading != null && !MEANT_OTHERWISE.containsKey(name)) {
                    named++;
                    tell(faults, name, heading.contains(word.japanese()) ? List.of() : List.of("says " + heading));
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(named).isGreaterThan(20);
    }

    @Test
    void namesVerdictsOutcomesAndStatesInJapanese() {
        assertThat(GLOSSARY.answers().keySet())
                .containsAll(Stream.of(RunState.values()).map(RunState::word).toList());
        List<String> faults = new ArrayList<>();
        GLOSSARY.answers().forEach((answer, japanese) -> {
            for (Bundles bundle : List.of(Bundles.PAGES, Bundles.SUMMARY)) {
                for (String key : List.of(
                        "verdict." + answer, "outcome." + answer, "verdict.short." + answer, "state." + answer)) {
                    String said = bundle.japanese().getProperty(key, japanese);
                    tell(faults, key, said.equals(japanese) ? List.of() : List.of("says " + said));
                }
            }
        });
        assertThat(faults).isEmpty();
        for (String kind : List.of("duty", "prohibition", "exemption", "watch")) {
            assertThat(Bundles.PAGES.japanese().getProperty("kind." + kind))
                    .isEqualTo(GLOSSARY.word(kind).orElseThrow().japanese());
        }
    }

    @Test
    void isHeldByTheFieldsOfTheApi() throws IOException {
        List<String> faults = new ArrayList<>();
        JsonNode api = JsonMapper.shared()
                .readTree(Files.readString(Bundles.ROOTS.get(0).resolve("openapi.json")));
        api.findValues("properties")
                .forEach(fields -> fields.propertyNames().forEach(name -> tell(faults, name, GLOSSARY.faults(name))));
        api.findValues("name").forEach(name -> tell(faults, name.asString(), GLOSSARY.faults(name.asString())));
        api.findValues("summary").forEach(text -> tell(faults, text.asString(), GLOSSARY.faults(text.asString())));
        assertThat(faults).isEmpty();
    }

    @Test
    void isHeldByTheNamesOfClasses() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String module : List.of("audit-core", "audit-reports", "audit-jobs")) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src/main/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .map(name -> name.replace(".java", ""))
                        .forEach(name -> tell(faults, name, GLOSSARY.faults(name)));
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What people are asked, and what categories are called. */
    @Test
    void isHeldByFactsAndCategories() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String file : List.of("config/facts.yaml", "config/taxonomy.yaml")) {
            List<String> lines = Files.readAllLines(Path.of(file));
            for (int i = 0; i < lines.size(); i++) {
                tell(faults, file + ":" + (i + 1), GLOSSARY.faults(lines.get(i).replace(SET_OF_HIPAA, "")));
                tell(faults, file + ":" + (i + 1), GLOSSARY.japaneseFaults(lines.get(i)));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void isHeldByTheGuides() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path guide : Guides.all()) {
            if (!guide.endsWith("glossary.md")) {
                List<String> lines = Files.readAllLines(guide);
                for (int i = 0; i < lines.size(); i++) {
                    tell(faults, guide + ":" + (i + 1), GLOSSARY.faults(lines.get(i)));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void tell(List<String> faults, Object where, List<String> found) {
        found.forEach(fault -> faults.add(where + " " + fault));
    }
}
