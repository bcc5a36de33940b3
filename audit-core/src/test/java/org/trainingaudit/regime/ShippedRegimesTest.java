package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Fault;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.FactCatalogue;

/** The packs that the product ships, and every case that stands beside them. */
class ShippedRegimesTest {

    private static final Path CONFIG = Path.of("..", "config");

    private static final Faults FAULTS = new Faults();
    private static final ConfigFiles FILES = ConfigFiles.read(CONFIG, FAULTS);
    private static Regimes regimes;
    private static Cases cases;

    @BeforeAll
    static void load() {
        Taxonomy taxonomy = Taxonomy.load(FILES, FAULTS);
        FactCatalogue facts = FactCatalogue.load(FILES, taxonomy, FAULTS);
        regimes = Regimes.load(FILES, taxonomy, facts, FAULTS);
        cases = Cases.load(FILES, regimes, facts, FAULTS);
    }

    @Test
    void haveNoFault() {
        assertThat(FAULTS.all().stream().map(Fault::text)).isEmpty();
        assertThat(regimes.leftOut()).isEmpty();
    }

    @Test
    void sayInBothLanguagesWhatEachStepBrings() {
        List<String> lacking = new ArrayList<>();
        for (Regime regime : regimes.all()) {
            ConfigFile file = FILES.file("regimes/" + regime.id() + ".yaml").orElseThrow();
            Node.Fields pack = (Node.Fields) file.parse(new Faults()).orElseThrow();
            Node.Fields steps = (Node.Fields) pack.get("steps").orElseThrow();
            for (Node.Field step : steps.fields()) {
                Optional<Node> note = ((Node.Fields) step.value()).get("note");
                note.filter(text -> !(text instanceof Node.Fields both
                                && both.get("en").isPresent()
                                && both.get("ja").isPresent()))
                        .ifPresent(text -> lacking.add(regime.id() + "." + step.name()));
            }
        }
        assertThat(lacking).isEmpty();
    }

    @Test
    void haveACaseForEveryRuleThatTheyWrite() {
        for (Regime regime : regimes.all()) {
            Set<String> named = new TreeSet<>();
            file(regime.id() + ".cases.yaml")
                    .forEach(each -> List.of("rules", "fires").forEach(key -> names(each, key, named)));
            List<String> written = written(regime);
            assertThat(named).as("rules that the cases of %s name", regime.id()).containsAll(written);
        }
    }

    @Test
    void haveCasesInWhichEveryDutyIsMetUnmetAndUndecided() throws IOException {
        Map<String, Map<String, String>> cannot = outcomesThatCannotBe();
        Map<String, List<String>> lacking = new TreeMap<>();
        for (Regime regime : regimes.all()) {
            CaseCoverage coverage =
                    new CaseCoverage(file(regime.id() + ".cases.yaml").toList());
            rules(regime).forEach(rule -> {
                List<String> gaps = coverage.lacking(rule);
                if (!gaps.isEmpty()) {
                    lacking.put(regime.id() + "/" + CaseCoverage.text(rule, "id"), gaps);
                }
            });
        }
        Map<String, List<String>> explained = new TreeMap<>();
        cannot.forEach((rule, outcomes) -> explained.put(rule, List.copyOf(outcomes.keySet())));
        assertThat(lacking)
                .as("outcomes without a case, beside those that outcomes-without-a-case.yaml explains")
                .isEqualTo(explained);
    }

    private record Unreachable(Map<String, Map<String, String>> rules) {}

    private static Map<String, Map<String, String>> outcomesThatCannotBe() throws IOException {
        String name = "outcomes-without-a-case.yaml";
        Faults faults = new Faults();
        Optional<Unreachable> read = ConfigFile.of(name, Files.readString(Packs.folder(name)))
                .parse(faults)
                .flatMap(tree -> Binder.camelCase(faults).bind(tree, Unreachable.class));
        faults.throwIfAny();
        return read.orElseThrow().rules();
    }

    private static List<String> written(Regime regime) {
        return rules(regime).map(rule -> CaseCoverage.text(rule, "id")).toList();
    }

    private static Stream<Node.Fields> rules(Regime regime) {
        return FILES.file("regimes/" + regime.id() + ".yaml").flatMap(file -> file.parse(FAULTS)).stream()
                .flatMap(tree -> items(tree, "rules"))
                .map(rule -> (Node.Fields) rule);
    }

    private static Stream<Node> file(String name) {
        return FILES.file("regimes/" + name).flatMap((ConfigFile file) -> file.parse(FAULTS)).stream()
                .flatMap(tree -> items(tree, "cases"));
    }

    private static Stream<Node> items(Node tree, String key) {
        return ((Node.Fields) tree)
                .get(key)
                .map(list -> ((Node.Items) list).items().stream())
                .orElse(Stream.empty());
    }

    private static void names(Node item, String key, Set<String> into) {
        if (((Node.Fields) item).get(key).orElse(null) instanceof Node.Fields map) {
            map.fields().forEach(field -> into.add(field.name()));
        }
    }

    @TestFactory
    Stream<DynamicNode> judgeEveryCaseAsItSays() {
        Map<String, List<DynamicTest>> byRegime = new TreeMap<>();
        for (CaseResult result : cases.run()) {
            byRegime.computeIfAbsent(result.regime(), id -> new ArrayList<>())
                    .add(DynamicTest.dynamicTest(
                            result.note(),
                            () -> assertThat(result.passed()).as(result.text()).isTrue()));
        }
        return byRegime.entrySet().stream()
                .map(each -> DynamicContainer.dynamicContainer(each.getKey(), each.getValue()));
    }
}
