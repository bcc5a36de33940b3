package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.Fault;

/** Which columns of a dataset point at people together, as sources declare it. */
class SourceKeysTest extends DeclaredSources {

    @Test
    void readsTheKeysOfDatasetsBesideThemAndInAList() {
        Sources sources = load("""
                sources:
                  - id: a
                    kind: folder
                    path: config/demo/hospital
                    owner: o
                    datasets:
                      - {name: research, file: r.csv, quasiIdentifiers: [born, 都道府県], sensitive: [diagnosis], k: 10}
                      - {name: visits, file: v.csv}
                    keys:
                      - {dataset: visits, quasiIdentifiers: [born, region]}
                  - id: b
                    kind: folder
                    path: config/demo/bank
                    owner: o
                    keys:
                      - {dataset: customers.csv, quasiIdentifiers: [sex]}
                """);
        assertThat(faults.all()).isEmpty();
        DeclaredCombinations ofA = sources.source("a").orElseThrow().combinations();
        assertThat(ofA.byDataset())
                .containsEntry(
                        "research", Combinations.of(new DeclaredKey(List.of("born", "都道府県"), List.of("diagnosis"), 10)))
                .containsEntry("visits", Combinations.of(new DeclaredKey(List.of("born", "region"), List.of(), 5)))
                .hasSize(2);
        assertThat(sources.datasets().stream().flatMap(dataset -> dataset.combinations().countedKey().stream()))
                .contains(new DeclaredKey(List.of("born", "region"), List.of(), 5));
        assertThat(sources.source("b").orElseThrow().combinations().byDataset()).containsKey("customers.csv");
    }

    @Test
    void readsWhichCombinationsAreCounted() {
        String yaml = """
                sources:
                  - id: a
                    kind: folder
                    path: config/demo/hospital
                    owner: o
                    datasets:
                      - {name: research, file: r.csv, quasiIdentifiers: [born], countCombinations: true}
                      - {name: visits, file: v.csv, countCombinations: false}
                      - {name: staff, file: s.csv}
                    keys:
                      - {dataset: staff, quasiIdentifiers: [sex]}
                """;
        DeclaredKey born = new DeclaredKey(List.of("born"), List.of(), 5);
        DeclaredKey sex = new DeclaredKey(List.of("sex"), List.of(), 5);
        DeclaredCombinations counted = load(yaml).source("a").orElseThrow().combinations();
        assertThat(counted.of("research")).isEqualTo(Combinations.of(born));
        assertThat(counted.of("visits")).isEqualTo(Combinations.UNCOUNTED);
        assertThat(counted.of("staff")).isEqualTo(Combinations.of(sex));
        assertThat(counted.of("another")).isEqualTo(Combinations.KNOWN);
        settings = settings("count-combinations: false");
        DeclaredCombinations unless = load(yaml).source("a").orElseThrow().combinations();
        assertThat(unless.of("research")).isEqualTo(Combinations.of(born));
        assertThat(unless.of("staff")).isEqualTo(new Combinations(false, Optional.of(sex)));
        assertThat(unless.of("staff").countedKey()).isEmpty();
        assertThat(unless.of("another")).isEqualTo(Combinations.UNCOUNTED);
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void tellsApartWhatHasToBeReadAnew() {
        DeclaredKey sex = new DeclaredKey(List.of("sex"), List.of(), 5);
        assertThat(Combinations.KNOWN.state()).isEmpty();
        assertThat(List.of(
                        Combinations.KNOWN.state(),
                        Combinations.UNCOUNTED.state(),
                        Combinations.of(sex).state(),
                        new Combinations(false, Optional.of(sex)).state()))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsEveryFaultOfKeys() {
        load("""
                sources:
                  - id: a
                    kind: folder
                    path: config/demo/hospital
                    owner: o
                    datasets:
                      - {name: one, file: r.csv, sensitive: [diagnosis]}
                      - {name: two, file: r.csv, quasiIdentifiers: [born, born], sensitive: [born]}
                      - {name: three, file: r.csv, quasiIdentifiers: [born], k: 1}
                      - {name: four, file: r.csv, quasiIdentifiers: [born]}
                    keys:
                      - {dataset: fuor, quasiIdentifiers: [born]}
                      - {dataset: four, quasiIdentifiers: [born]}
                """);
        assertThat(faults.all().stream().map(Fault::message))
                .containsExactlyInAnyOrder(
                        "dataset 'one': 'quasiIdentifiers' is missing; expected the columns that may point at a person"
                                + " together",
                        "dataset 'two': column 'born' stands twice in its key",
                        "dataset 'two': column 'born' stands twice in its key",
                        "dataset 'three': expected a 'k' from 2 to 100000, but found 1",
                        "source 'a' has no dataset 'fuor'; did you mean 'four'?",
                        "dataset 'four' has two keys in source 'a'; put what they say into one");
    }
}
