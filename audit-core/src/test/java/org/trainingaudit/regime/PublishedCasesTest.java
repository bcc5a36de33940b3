package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Fault;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.FactCatalogue;

/**
 * What authorities decided, beside what the shipped packs say of the same facts.
 *
 * <p>{@code -Daudit.publishedCases=FILE} scores that file too.
 */
class PublishedCasesTest {

    private static final Path CONFIG = Path.of("..", "config");
    private static final String OTHERS = "audit.publishedCases";

    private static final Faults FAULTS = new Faults();
    private static FactCatalogue catalogue;
    private static Regimes regimes;

    @BeforeAll
    static void load() {
        ConfigFiles files = ConfigFiles.read(CONFIG, FAULTS);
        Taxonomy taxonomy = Taxonomy.load(files, FAULTS);
        catalogue = FactCatalogue.load(files, taxonomy, FAULTS);
        regimes = Regimes.load(files, taxonomy, catalogue, FAULTS);
        FAULTS.throwIfAny();
    }

    @TestFactory
    Stream<DynamicTest> agreeAsOftenAsBeforeAndForbidWhatWasForbidden() throws IOException {
        List<Path> paths = new ArrayList<>(List.of(Packs.folder("published-cases.yaml")));
        Optional.ofNullable(System.getProperty(OTHERS)).map(Path::of).ifPresent(paths::add);
        List<DynamicTest> tests = new ArrayList<>();
        for (Path path : paths) {
            ConfigFile file = ConfigFile.of(path.getFileName().toString(), Files.readString(path));
            tests.add(DynamicTest.dynamicTest(file.name(), () -> hold(read(file))));
        }
        return tests.stream();
    }

    private static PublishedCases read(ConfigFile file) {
        Faults faults = new Faults();
        Optional<PublishedCases> read = PublishedCases.read(file, regimes, catalogue, faults);
        faults.throwIfAny();
        return read.orElseThrow();
    }

    private static void hold(PublishedCases cases) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (Unconfirmed unconfirmed : Unconfirmed.values()) {
            String policy = ", unconfirmed rules " + (unconfirmed == Unconfirmed.CAP ? "capped" : "count");
            PublishedScore today = score("Law of " + cases.today() + policy, cases, true, unconfirmed);
            PublishedScore decided = score("Law of the day of decision" + policy, cases, false, unconfirmed);
            out.println(today.text());
            out.println(decided.text());
            assertThat(today.worstErrors()).as(today.text()).isEmpty();
            assertThat(decided.worstErrors()).as(decided.text()).isEmpty();
            cases.atLeast().ifPresent(floor -> {
                assertThat(today.agreeing()).as(today.text()).isGreaterThanOrEqualTo(floor.today());
                assertThat(decided.agreeing()).as(decided.text()).isGreaterThanOrEqualTo(floor.decided());
            });
        }
    }

    private static PublishedScore score(String title, PublishedCases cases, boolean today, Unconfirmed unconfirmed) {
        return PublishedScore.of(
                title, cases, each -> today ? cases.today() : each.decided(), unconfirmed, regimes, catalogue);
    }

    @Test
    void tellWhatIsLetPassAndWhatIsNotModelled() {
        PublishedScore score = score("Made up", read(madeUp("open: []")), true, Unconfirmed.COUNT);
        assertThat(score.worstErrors()).containsExactly("grown-ups");
        assertThat(score.agreeing()).isZero();
        assertThat(score.text()).contains("WORST ERROR").contains("not modelled: Law of the Sea");
    }

    @Test
    void refuseNamesThatNameNothing() {
        Faults faults = new Faults();
        PublishedCases.read(madeUp("open: [minAge, legalBasis.mars]"), regimes, catalogue, faults);
        assertThat(faults.all().stream().map(Fault::text))
                .hasSize(2)
                .allMatch(text -> text.contains("expected one that has a choice of values"));
    }

    /** A case that COPPA doesn't reach although it says that an authority forbade it. */
    private static ConfigFile madeUp(String open) {
        return ConfigFile.of("made-up.yaml", """
                today: 2026-11-21
                packs: {COPPA: us-coppa}
                cases:
                  - id: grown-ups
                    title: Nobody under 13
                    regulator: nobody
                    decided: 2026-11-21
                    laws: [COPPA, Law of the Sea]
                    decision: not-permitted
                    source: none
                    facts: {categories: [voice.recording], minAge: 18, source: direct, targetsResidentsOf: [US]}
                """ + "    " + open + "\n");
    }
}
