package org.trainingaudit.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageIntakeTest {

    private static final String EVENT =
            "{\"eventType\":\"COMPLETE\",\"eventTime\":\"2026-11-20T01:00:00Z\",\"producer\":\"p\","
                    + "\"schemaURL\":\"https://openlineage.io/spec/2-0-2/OpenLineage.json\",\"run\":{\"runId\":\"r\"},"
                    + "\"job\":{\"namespace\":\"n\",\"name\":\"a.train\"},\"inputs\":[{\"namespace\":\"d\",\"name\":\"x\"}],\"outputs\":[]}";

    @TempDir
    private Path folder;

    private LineageIntake.Receipt take(String body) throws IOException {
        return new LineageIntake(folder.resolve("in"))
                .take(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private List<Path> kept() throws IOException {
        if (!Files.exists(folder.resolve("in"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("in"))) {
            return files.toList();
        }
    }

    @Test
    void keepsWhatIsSentOnceForTheNextNight() throws IOException {
        assertThat(take("[" + EVENT + "," + EVENT + "]").kept()).isTrue();
        assertThat(take("[" + EVENT + "," + EVENT + "]").events()).isEqualTo(2);

        assertThat(kept()).hasSize(1);
        CollectedUses found =
                new Collector(Fixtures.CATALOGUE, Fixtures.TAXONOMY, CollectSettings.defaults()).collectAll(kept());
        assertThat(found.observed()).extracting(Use::dataset).containsExactly("d/x");
    }

    @Test
    void keepsNothingOfWhatIsNoEvent() throws IOException {
        for (String body : List.of("", "[]", "{\"a\":1}", "{cut", "<html>", "[" + EVENT + ",7]")) {
            LineageIntake.Receipt receipt = take(body);
            assertThat(receipt.kept()).as(body).isFalse();
            assertThat(receipt.faults()).as(body).isNotEmpty();
        }
        assertThat(kept()).isEmpty();
    }
}
