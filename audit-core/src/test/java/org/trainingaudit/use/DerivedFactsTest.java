package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.taxonomy.Taxonomy;

/** Holds docs/derived-facts.md against the code and the catalogue. */
class DerivedFactsTest {

    private static final Path DOC = Path.of("..", "docs", "derived-facts.md");

    /** Fact to its last column. */
    private static Map<String, String> documented() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(DOC)) {
            if (line.startsWith("| `")) {
                String[] cells = line.split("\\|", -1);
                rows.put(cells[1].strip().replace("`", ""), cells[cells.length - 2].strip());
            }
        }
        return rows;
    }

    @Test
    void saysOfEachFactThatOnlyTheProgramSetsThatNobodyCanStateIt() throws IOException {
        Set<String> never = new TreeSet<>();
        documented().forEach((fact, stated) -> {
            if (stated.equals("never")) {
                never.add(fact);
            }
        });
        assertThat(never).isEqualTo(new TreeSet<>(DerivedFacts.NOT_TO_BE_STATED));
    }

    @Test
    void namesEveryConstant() throws Exception {
        Map<String, String> documented = documented();
        List<String> constants = Arrays.stream(DerivedFacts.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
        assertThat(constants).hasSizeGreaterThan(8);
        assertThat(documented.keySet()).containsAll(constants);
    }

    @Test
    void namesOnlyFactsOfTheCatalogue() throws IOException {
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.read(Path.of("..", "config"), faults);
        FactCatalogue catalogue = FactCatalogue.load(files, Taxonomy.load(files, faults), faults);
        faults.throwIfAny();
        Set<String> unknown = new TreeSet<>(documented().keySet());
        unknown.removeIf(fact -> catalogue.find(fact).isPresent());

        assertThat(unknown).containsExactly(DerivedFacts.STATED_WITH_FAULTS);
    }

    @Test
    void refusesARegisterThatStatesOne() {
        Faults faults = new Faults();
        List<Stated> stated = DerivedFacts.NOT_TO_BE_STATED.stream()
                .map(name -> Stated.of(
                        org.trainingaudit.config.Location.of("r.csv"),
                        name,
                        new org.trainingaudit.config.Node.Scalar(
                                org.trainingaudit.config.Location.of("r.csv"), "true", false)))
                .toList();

        assertThat(new FactReader(Fixtures.CATALOGUE, faults, false).read(stated, "register:r.csv"))
                .isEmpty();
        assertThat(faults.count()).isEqualTo(DerivedFacts.NOT_TO_BE_STATED.size());
    }
}
