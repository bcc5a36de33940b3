package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Fault;
import org.trainingaudit.config.Faults;

class ScanResultsTest {

    @TempDir
    private Path folder;

    private ScanResults read(String tool, String name, String content, String more) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        Faults faults = new Faults();
        ConfigFiles files = ConfigFiles.of(ConfigFile.of(
                "collect.yaml",
                "scanResults: [{tool: " + tool + ", file: " + file + more + "}]\n"
                        + "identity: {datasets: [{name: public.users, dataset: own/a}]}\n"));
        CollectSettings settings = CollectSettings.load(files, Fixtures.CATALOGUE, List.of("own/a"), faults);
        faults.throwIfAny();
        return ScanResults.read(settings, Fixtures.TAXONOMY);
    }

    private static Map<String, Double> found(ScanResults results) {
        return results.with(ScannedDataset.whole("own/a", Map.of("contact.email", 0.6)))
                .categories();
    }

    @Test
    void addsWhatPdscanFoundAndLooksAtNoValue() throws Exception {
        ScanResults results = read("pdscan", "out.ndjson", """
                {"name":"email","confidence":"high","identifier":"public.users.mail","matches":["a@b.example"]}
                {"name":"surname","confidence":"low","identifier":"public.users.n"}
                """, "");

        assertThat(results.faults()).isEmpty();
        assertThat(found(results)).isEqualTo(Map.of("contact.email", 0.9, "contact.name", 0.5));
        assertThat(results.with(ScannedDataset.whole("own/a", Map.of("contact.email", 0.95)))
                        .origins())
                .isEqualTo(Map.of("contact.name", "pdscan"));
        assertThat(results.with(ScannedDataset.whole("own/b", Map.of())).categories())
                .isEmpty();
    }

    @Test
    void tellsInWhichColumnWhichToolFoundWhat() throws Exception {
        assertThat(read("pdscan", "o.ndjson", """
                {"name":"email","confidence":"low","identifier":"public.users.mail"}
                {"name":"email","confidence":"high","identifier":"public.users.mail"}
                """, "").of("own/a"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.column()).isEqualTo("mail");
                    assertThat(found.category()).isEqualTo("contact.email");
                    assertThat(found.tool()).isEqualTo("pdscan");
                    assertThat(found.confidence()).isEqualTo(0.9);
                });
        assertThat(read("presidio", "m.json", "{\"entity_mapping\":{\"client\":\"PERSON\"}}", ", dataset: own/a")
                        .of("own/a"))
                .extracting(ImportedFinding::column)
                .containsExactly("client");
        assertThat(read("csv", "x.csv", "dataset,column,category,confidence\nown/a,x,contact,0.8\n", "")
                        .of("own/a"))
                .extracting(ImportedFinding::column)
                .containsExactly("x");
        assertThat(read("csv", "y.csv", "category,confidence\ncontact,0.8\n", ", dataset: own/a")
                        .of("own/a"))
                .extracting(ImportedFinding::column)
                .containsExactly("");
    }

    @Test
    void addsWhatPresidioFound() throws Exception {
        assertThat(found(read(
                        "presidio",
                        "a.json",
                        "[{\"entity_type\":\"PERSON\",\"start\":0,\"end\":4,\"score\":0.85},{\"entity_type\":\"DATE_TIME\",\"score\":0.6}]",
                        ", dataset: own/a")))
                .containsEntry("contact.name", 0.85)
                .hasSize(2);
        assertThat(found(read(
                        "presidio",
                        "b.json",
                        "{\"entity_mapping\":{\"client\":\"PERSON\",\"mark\":\"WARD\"}}",
                        ", dataset: own/a, entities: {WARD: health.treatment}")))
                .containsEntry("health.treatment", 0.9);
    }

    @Test
    void tellsWhatItDoesNotUnderstandAndKeepsTheRest() throws Exception {
        ScanResults results = read("csv", "x.csv", """
                dataset,column,category,confidence
                own/a,x,criminal.record,0.8
                own/a,y,criminal.recrod,0.8
                own/c,y,contact,0.8
                own/a,y,contact,2
                own/a,cut
                """, "");

        assertThat(found(results)).containsEntry("criminal.record", 0.8).hasSize(2);
        assertThat(results.whole()).isFalse();
        assertThat(results.faults())
                .extracting(Fault::message)
                .anyMatch(text -> text.contains("did you mean 'criminal.record'?"))
                .anyMatch(text -> text.contains("'own/c' is no dataset of the sources"))
                .anyMatch(text -> text.contains("expected a confidence from 0 to 1"))
                .anyMatch(text -> text.contains("the row has 2 cells"))
                .hasSize(4);
    }

    /** Other scanners write what they found beside where they found it. */
    @Test
    void neverShowsAValueThatStandsInTheFile() throws Exception {
        List<ScanResults> all = List.of(
                read(
                        "presidio",
                        "p.json",
                        "[{\"entity_type\":\"WARD\",\"score\":0.9,\"text\":\"Tanaka Hanako\"}]",
                        ", dataset: own/a"),
                read("pdscan", "p.ndjson", "{\"name\":\"email\",\"matches\":[Tanaka]}\n", ""),
                read("csv", "p.csv", "dataset,category,confidence\nown/a,contact,Tanaka\n", ""));

        for (ScanResults one : all) {
            assertThat(one.whole()).isFalse();
            assertThat(one.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.text()).doesNotContain("Tanaka"));
        }
    }

    @Test
    void neverMakesADatasetRead() throws Exception {
        ScanResults results = read("csv", "x.csv", "category,confidence\ncontact,0.8\n", ", dataset: own/a");
        ScannedDataset unread = new ScannedDataset("own/a", false, false, Map.of(), "no such file");

        assertThat(results.with(unread).scanned()).isFalse();
        assertThat(results.with(unread).complete()).isFalse();
        ReconciledUse use = Reconciliation.of(Fixtures.TAXONOMY, Reconciliation.DEFAULT_THRESHOLD)
                .reconcile(
                        new Use(
                                "u",
                                "own/a",
                                "t",
                                UseState.DECLARED,
                                Facts.of(List.of(Fact.of("categories", FactValue.Members.of(List.of()), "r")))),
                        java.util.Optional.of(results.with(ScannedDataset.whole("own/a", Map.of()))));
        assertThat(use.contradictions())
                .extracting(Contradiction::evidence)
                .containsExactly("contact (confidence 80 %, by csv) in dataset 'own/a'");
    }
}
