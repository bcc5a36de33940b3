package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.dataset.DatasetSettings;
import org.trainingaudit.dataset.Sources;

/** Registers beside events, from files in to reconciled uses out. */
class UseJoinTest {

    @TempDir
    private Path folder;

    private static final String HEAD =
            "{\"eventType\":\"COMPLETE\",\"eventTime\":\"2026-11-14T02:41:55+09:00\",\"producer\":\"p\","
                    + "\"schemaURL\":\"https://openlineage.io/spec/2-0-2/OpenLineage.json\",\"run\":{\"runId\":\"%s\"},";

    private static String event(String run, String job, String inputs, String outputs) {
        return HEAD.formatted(run) + "\"job\":{\"namespace\":\"air\",\"name\":\"" + job + "\"},\"inputs\":[" + inputs
                + "],\"outputs\":[" + outputs + "]}\n";
    }

    private static String dataset(String namespace, String name) {
        return "{\"namespace\":\"" + namespace + "\",\"name\":\"" + name + "\"}";
    }

    private EstateUses read(String register, String events, String collect) throws Exception {
        Files.writeString(folder.resolve("register.csv"), register);
        Files.writeString(folder.resolve("events.jsonl"), events);
        Files.writeString(folder.resolve("a.csv"), "x\n1\n");
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.of(
                ConfigFile.of(
                        "sources.yaml",
                        "sources: [{id: own, kind: folder, path: " + folder
                                + ", owner: us, subjectCountries: [JP], datasets: [{name: a, file: a.csv}, {name: b, file: b.csv}]}]\n"
                                + "registers: [" + folder.resolve("register.csv") + "]\n"),
                ConfigFile.of("collect.yaml", "documents: [" + folder.resolve("events.jsonl") + "]\n" + collect));
        Sources sources = Sources.load(files, DatasetSettings.defaults(), faults);
        CollectSettings settings = CollectSettings.load(files, Fixtures.CATALOGUE, List.of("own/a", "own/b"), faults);
        faults.throwIfAny();
        return EstateUses.read(sources, settings, Fixtures.CATALOGUE, Fixtures.TAXONOMY);
    }

    private static Use only(EstateUses uses, UseState state) {
        return uses.uses().stream()
                .filter(use -> use.state() == state)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> contradictions(Use use) {
        ReconciledUse result = Reconciliation.of(Fixtures.TAXONOMY, Reconciliation.DEFAULT_THRESHOLD)
                .reconcile(use, Optional.of(ScannedDataset.whole(use.dataset(), Map.of())));
        return result.contradictions().stream()
                .collect(java.util.stream.Collectors.toMap(Contradiction::what, Contradiction::observed));
    }

    @Test
    void keepsTheDeclaredIdOfAUseThatWasSeenToo() throws Exception {
        EstateUses found = read(
                "use,dataset,training,activity\nu1,own/a,m1,evaluate\n",
                event("r1", "m1.train", dataset("own", "a"), ""),
                "identity: {trainings: {air/m1.train: m1}}\n");

        assertThat(found.faults()).isEmpty();
        assertThat(found.uses()).hasSize(1);
        Use use = only(found, UseState.BOTH);
        assertThat(use.id()).isEqualTo("u1");
        assertThat(use.facts().get(DerivedFacts.SEEN_AS)).isPresent();
        assertThat(contradictions(use)).containsEntry("activity", "train-own");
        assertThat(use.facts().get("subjectCountries")).map(Fact::origin).contains("source:own");
    }

    @Test
    void joinsNothingByLikeness() throws Exception {
        EstateUses found = read(
                "use,dataset,training,activity\nu1,own/a,m1.train,train-own\n",
                event("r1", "m1.train", dataset("own", "a"), ""),
                "");

        assertThat(found.uses()).extracting(Use::state).containsExactly(UseState.DECLARED, UseState.OBSERVED);
        assertThat(contradictions(only(found, UseState.OBSERVED))).containsEntry("use", "used for train-own");
    }

    @Test
    void tellsOfADeclaredUseThatIsNotSeenWhereItWouldBe() throws Exception {
        String register = "use,dataset,training,activity\nu1,own/a,m1,train-own\n";

        EstateUses watched = read(register, event("r1", "etl", dataset("own", "b"), ""), "watched: [own]\n");
        assertThat(contradictions(only(watched, UseState.DECLARED))).containsEntry("use", "not seen");

        EstateUses silent = read(register, event("r1", "etl", dataset("own", "b"), ""), "");
        assertThat(contradictions(only(silent, UseState.DECLARED))).isEmpty();

        EstateUses cut = read(register, "{broken\n", "watched: [own]\n");
        assertThat(contradictions(only(cut, UseState.DECLARED))).isEmpty();
        assertThat(cut.whole()).isFalse();
    }

    @Test
    void findsWhatReachesATrainingThroughOthersAndConfirmedJoins() throws Exception {
        EstateUses found = read(
                "use,dataset,training\n",
                event("r1", "etl", dataset("s3://lake", "raw/a"), dataset("s3://lake", "feat"))
                        + event("r2", "m2.train", dataset("s3://lake", "feat"), dataset("m", "model"))
                        + event("r3", "report", dataset("s3://lake", "raw/a"), ""),
                "identity: {datasets: [{name: \"s3://lake/raw/a\", dataset: own/a, by: ann, on: 2026-11-20}]}\n");

        Use through = found.uses().stream()
                .filter(use -> use.dataset().equals("own/a"))
                .findFirst()
                .orElseThrow();
        assertThat(through.facts()
                        .get(DerivedFacts.USED_THROUGH)
                        .map(fact -> fact.value().json()))
                .contains("air/etl > s3://lake/feat");
        assertThat(found.notes()).hasSize(2);
        assertThat(found.notes().get(0)).contains("s3://lake/feat").doesNotContain("raw/a");
        assertThat(found.notes().get(1)).contains("air/report");
    }

    @Test
    void tellsEveryFaultOfItsFile() {
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.of(ConfigFile.of("collect.yaml", """
                documents: [x]
                training:
                  - {jobType: [TRAINING], format: [mlflow], means: train-own}
                  - {tag: ai.use, means: train-own}
                  - {jobName: [train], means: train-ovn}
                identity:
                  namespaces: {"s3://lake": owm}
                  datasets: [{name: n, dataset: own/c}, {name: n, dataset: own/a}]
                """));

        CollectSettings.load(files, Fixtures.CATALOGUE, Set.of("own/a"), faults);

        assertThat(faults.all()).hasSize(6);
        assertThat(faults.text()).contains("did you mean 'train-own'?").contains("did you mean 'own'?");
    }

    @Test
    void ordersNothingByWhenItComes() throws Exception {
        String start = event("r1", "fit", dataset("own", "a"), "");
        String end = HEAD.formatted("r1") + "\"job\":{\"namespace\":\"air\",\"name\":\"fit\",\"facets\":{\"jobType\":"
                + "{\"jobType\":\"TRAINING\"}}},\"inputs\":[],\"outputs\":[]}\n";

        List<Use> inOrder = read("use,dataset\n", start + end, "").uses();
        List<Use> reversed =
                read("use,dataset\n", end + start + end + start, "").uses();

        assertThat(inOrder).hasSize(1);
        assertThat(reversed)
                .extracting(Use::id)
                .isEqualTo(inOrder.stream().map(Use::id).toList());
    }

    /** The shipped file says what counts where there is none, so that whoever takes the key out changes nothing. */
    @Test
    void shipsTheRulesThatCountWithoutAny() throws Exception {
        Path shipped = Path.of("..", "config", "collect.yaml");
        List<String> rules = Files.readAllLines(shipped).stream()
                .filter(line -> line.contains("means:"))
                .map(String::strip)
                .toList();

        assertThat(String.join("\n", rules) + "\n").isEqualTo(TrainingRules.DEFAULTS);
    }
}
