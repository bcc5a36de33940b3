package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.hash.Sha256;

class CollectorTest {

    private final Collector collector =
            new Collector(Fixtures.CATALOGUE, Fixtures.TAXONOMY, CollectSettings.defaults());

    /** Every document of the folder: its line, or that it was refused, and what is wrong with it. */
    @Test
    void answersEachDocumentOrSaysWhyNot() throws IOException {
        Path folder = Fixtures.file("collect");
        StringBuilder shown = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted(Comparator.comparing(Path::toString)).toList()) {
                CollectResult result = collector.collect(file);
                shown.append(result.collected().map(c -> c.json().toString()).orElse("refused: " + file))
                        .append('\n');
                shown.append(Fixtures.shown(result.faults(), folder)).append('\n');
            }
        }
        Golden.check("collect.expected.txt", shown.toString().replace(folder + "/", ""));
    }

    @Test
    void refusesAFileThatIsMissing(@TempDir Path folder) {
        CollectResult result = collector.collect(folder.resolve("none.json"));

        assertThat(result.collected()).isEmpty();
        assertThat(Fixtures.shown(result.faults(), folder)).isEqualTo("ERROR: none.json: no such file; name a file\n");
    }

    @Test
    void keepsDoubledEventsOnceAndOnlySoManyFaults(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("many.jsonl");
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < 3_000; i++) {
                out.write(
                        "{\"eventTime\":\"t\",\"producer\":\"p\",\"schemaURL\":\"https://openlineage.io/x\",\"run\":{\"runId\":\"1\"},"
                                + "\"job\":{\"namespace\":\"n\",\"name\":\"train\"},\"inputs\":[{\"namespace\":\"d\",\"name\":\"a\"}]}\n");
                out.write("{broken\n");
            }
        }

        CollectResult result = collector.collect(file);

        Collected collected = result.collected().orElseThrow();
        assertThat(collected.events()).isEqualTo(3_000);
        assertThat(collected.uses()).extracting(Use::dataset).containsExactly("d/a");
        assertThat(result.faults()).hasSize(1_001);
        assertThat(result.faults().get(0).message()).isEqualTo("2000 further lines can't be read either");
    }

    @Test
    void givesAnObservedUseTheSameIdEveryNight() {
        List<Use> uses = collector
                .collect(Fixtures.file("collect/events.jsonl"))
                .collected()
                .orElseThrow()
                .uses();

        assertThat(uses).extracting(Use::id).allMatch(id -> id.matches("seen-[0-9a-f]{16}"));
        assertThat(uses.get(0).id())
                .isEqualTo("seen-"
                        + Sha256.hex("d/patients\nn/nightly.train\ntrain-own").substring(0, 16));
    }

    @Test
    void replacesANameThatCannotBeKept() {
        assertThat(UseMaker.safe("lake/patients")).isEqualTo("lake/patients");
        assertThat(UseMaker.safe("a\nb")).isEqualTo("sha256-" + Sha256.hex("a\nb"));
        assertThat(UseMaker.safe("x".repeat(300))).hasSize(71);
    }
}
