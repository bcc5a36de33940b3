package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;

/** What tags, owners, versions and targets of events tell of a use. */
class ObservedFactsTest {

    private static final String TELLS = """
            tells:
              - {tag: [cloud.region], tells: place, as: {ap-northeast-1: JP, us-east-1: US}}
              - {tag: [purpose], tells: purpose}
              - {tag: [recipient], tells: recipient}
              - {tag: [consent], tells: consent, as: {opt-out: refused}}
            """;

    @TempDir
    private Path folder;

    private static String event(String time, String run, String job, String jobFacets, String inputs, String outputs) {
        return "{\"eventType\":\"COMPLETE\",\"eventTime\":\"" + time + "\",\"producer\":\"p\","
                + "\"schemaURL\":\"https://openlineage.io/spec/2-0-2/OpenLineage.json\",\"run\":{\"runId\":\"" + run
                + "\"},\"job\":{\"namespace\":\"air\",\"name\":\"" + job + "\",\"facets\":{" + jobFacets
                + "}},\"inputs\":[" + inputs + "],\"outputs\":[" + outputs + "]}";
    }

    private static String dataset(String namespace, String name, String facets) {
        return "{\"namespace\":\"" + namespace + "\",\"name\":\"" + name + "\",\"facets\":{" + facets + "}}";
    }

    private static String tags(String... keysAndValues) {
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            tags.add("{\"key\":\"" + keysAndValues[i] + "\",\"value\":\"" + keysAndValues[i + 1] + "\"}");
        }
        return "\"tags\":{\"_producer\":\"p\",\"_schemaURL\":\"s\",\"tags\":[" + String.join(",", tags) + "]}";
    }

    private static final String TRAINS = "\"jobType\":{\"_producer\":\"p\",\"_schemaURL\":\"s\",\"processingType\":"
            + "\"BATCH\",\"integration\":\"X\",\"jobType\":\"TRAINING\"}";

    private CollectedUses collect(String settings, List<String> events) throws IOException {
        Path file = Files.write(folder.resolve("events.jsonl"), events);
        Faults faults = new Faults();
        CollectSettings read = CollectSettings.load(
                ConfigFiles.of(ConfigFile.of("collect.yaml", settings)), Fixtures.CATALOGUE, List.of(), faults);
        faults.throwIfAny();
        return new Collector(Fixtures.CATALOGUE, Fixtures.TAXONOMY, read).collectAll(List.of(file));
    }

    private static Map<String, String> facts(Use use) {
        Map<String, String> facts = new TreeMap<>();
        use.facts()
                .all()
                .forEach(fact -> facts.put(fact.name(), fact.value().json().toString()));
        return facts;
    }

    @Test
    void readsTheTagsOfAJobAndWhatIsSaidOfItsDataset() throws IOException {
        CollectedUses found = collect(
                TELLS,
                List.of(event(
                        "2026-11-20T01:00:00Z",
                        "1",
                        "fit",
                        TRAINS + ","
                                + tags(
                                        "cloud.region",
                                        "us-east-1",
                                        "purpose",
                                        "ad targeting",
                                        "recipient",
                                        "shadow-lab"),
                        dataset(
                                "db",
                                "crm",
                                tags("consent", "opt-out", "purpose", "billing")
                                        + ",\"ownership\":{\"owners\":[{\"name\":\"team:crm\",\"type\":\"OWNER\"}]},"
                                        + "\"version\":{\"datasetVersion\":\"v7\"}"),
                        "")));

        assertThat(found.faults()).isEmpty();
        assertThat(found.untold()).isEmpty();
        assertThat(found.observed())
                .singleElement()
                .satisfies(use -> assertThat(facts(use))
                        .containsEntry(DerivedFacts.TRAINING_LOCATION_OBSERVED, "[US]")
                        .as("of a dataset's own tags only consent counts")
                        .containsEntry(DerivedFacts.PURPOSES_OBSERVED, "[ad targeting]")
                        .containsEntry(DerivedFacts.RECIPIENTS_OBSERVED, "[shadow-lab]")
                        .containsEntry(DerivedFacts.CONSENT_OBSERVED, "[refused]")
                        .containsEntry(DerivedFacts.DATASET_OWNERS_OBSERVED, "[team:crm]")
                        .containsEntry(DerivedFacts.DATASET_VERSIONS_OBSERVED, "[v7]"));
    }

    @Test
    void listsAPlaceAndAConsentOfWhichNobodyHasSaidWhatTheyMean() throws IOException {
        CollectedUses found = collect(
                TELLS,
                List.of(event(
                        "2026-11-20T01:00:00Z",
                        "1",
                        "fit",
                        TRAINS + "," + tags("cloud.region", "mars-north-1"),
                        dataset("db", "crm", tags("consent", "perhaps")),
                        "")));

        assertThat(found.untold()).containsExactly("cloud.region=mars-north-1", "consent=perhaps");
        assertThat(facts(found.observed().get(0)))
                .doesNotContainKeys(DerivedFacts.TRAINING_LOCATION_OBSERVED, DerivedFacts.CONSENT_OBSERVED);
    }

    @Test
    void takesAJobThatWritesToARecipientForAHandOver() throws IOException {
        CollectedUses found = collect(
                "identity: {recipients: {\"s3://inbox\": orbit-models}}\n",
                List.of(
                        event(
                                "2026-11-20T01:00:00Z",
                                "1",
                                "prep",
                                "",
                                dataset("db", "crm", ""),
                                dataset("db", "x", "")),
                        event(
                                "2026-11-20T02:00:00Z",
                                "2",
                                "export",
                                "",
                                dataset("db", "x", ""),
                                dataset("s3://inbox", "in/x", ""))));

        assertThat(found.undecided()).containsExactly("air/prep");
        assertThat(found.observed()).extracting(Use::dataset).containsExactlyInAnyOrder("db/x", "db/crm");
        assertThat(found.observed())
                .allSatisfy(use -> assertThat(facts(use))
                        .containsEntry("activity", "[provide-third-party]")
                        .containsEntry(DerivedFacts.RECIPIENTS_OBSERVED, "[orbit-models]"));
    }

    /** Whatever the order, and however often each comes, what is told is the same. */
    @Test
    void isTheSameForLateDoubledAndShuffledEvents() throws IOException {
        List<String> events = List.of(
                event("2026-11-18T01:00:00Z", "1", "fit", "", dataset("db", "crm", ""), ""),
                event("2026-11-19T01:00:00Z", "1", "fit", TRAINS, "", dataset("m", "model", "")),
                event("2026-11-17T01:00:00Z", "2", "fit", tags("cloud.region", "ap-northeast-1"), "", ""),
                event("2026-11-20T01:00:00Z", "3", "fit", tags("cloud.region", "us-east-1"), "", ""),
                event(
                        "2026-11-16T01:00:00Z",
                        "9",
                        "etl",
                        "",
                        dataset("db", "raw", "\"version\":{\"datasetVersion\":\"2\"}"),
                        dataset("db", "crm", "")),
                event(
                        "2026-11-15T01:00:00Z",
                        "8",
                        "etl",
                        "",
                        dataset("db", "raw", "\"version\":{\"datasetVersion\":\"1\"}"),
                        dataset("db", "crm", "")));
        Set<String> inOrder = told(events);
        assertThat(inOrder).hasSize(3).anyMatch(use -> use.contains("[JP, US]") && use.contains("[1, 2]"));
        Random random = new Random(20261122);
        for (int round = 0; round < 40; round++) {
            List<String> late = new ArrayList<>(events);
            for (int n = random.nextInt(6); n > 0; n--) {
                late.add(events.get(random.nextInt(events.size())));
            }
            Collections.shuffle(late, random);
            assertThat(told(late)).as("round %d", round).isEqualTo(inOrder);
        }
    }

    /** Without the line of the file at which each was first seen. */
    private Set<String> told(List<String> events) throws IOException {
        Set<String> told = new java.util.TreeSet<>();
        collect(TELLS, events).observed().forEach(use -> told.add(use.id() + " " + use.dataset() + " " + facts(use)));
        return told;
    }

    @Test
    void tellsEveryFaultOfItsRules() {
        Faults faults = new Faults();
        CollectSettings.load(ConfigFiles.of(ConfigFile.of("collect.yaml", """
                tells:
                  - {tag: [a], tells: plaice}
                  - {tag: [], tells: purpose}
                  - {tag: [b], tells: place, as: {x: Japan}}
                  - {tag: [c], tells: consent, as: {x: maybe}}
                """)), Fixtures.CATALOGUE, List.of(), faults);

        assertThat(faults.count()).isEqualTo(4);
        assertThat(faults.text())
                .contains("did you mean 'place'?")
                .contains("names no tag")
                .contains("expected a country such as JP or US-CA, but found 'Japan'")
                .contains("expected one of [absent, given, refused, withdrawn], but found 'maybe'");
    }
}
