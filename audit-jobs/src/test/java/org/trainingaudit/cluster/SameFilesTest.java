package org.trainingaudit.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.config.Faults;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.Fingerprint;
import org.trainingaudit.dataset.Refusal;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;

/** A worker's machine may have another folder under the name that the configuration gives. */
class SameFilesTest {

    private static final String DATASET = "own/prices.csv";

    @TempDir
    Path folder;

    @Test
    void refusesADatasetThatIsAnotherHereOrIsNotHere() throws IOException {
        Files.writeString(folder.resolve("prices.csv"), "item,price\nbolt,3\n");
        Dataset there = datasets().get(DATASET);
        String fingerprint = Fingerprint.of(there).sha256();
        SameFiles check = new SameFiles(new LeftShares());
        assertThat(check.refusal(Optional.of(there), fingerprint)).isEmpty();

        Files.writeString(folder.resolve("prices.csv"), "item,price\nbolt,4\n");
        assertThat(check.refusal(Optional.of(there), fingerprint)).get().satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.REFUSED);
            assertThat(refusal.message()).contains("another one than where the run was prepared");
        });
        Files.delete(folder.resolve("prices.csv"));
        assertThat(check.refusal(Optional.of(there), fingerprint)).isPresent();
        // A source that lists what is in its folder has no such dataset here at all.
        assertThat(check.refusal(Optional.ofNullable(datasets().get(DATASET)), fingerprint))
                .get()
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.MISSING);
                    assertThat(refusal.message()).contains("give all workers the same files");
                });
    }

    private Map<String, Dataset> datasets() throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("taxonomy.yaml"), Files.readString(Path.of("config/taxonomy.yaml")));
        Files.writeString(config.resolve("facts.yaml"), Files.readString(Path.of("config/facts.yaml")));
        Files.createDirectories(config.resolve("regimes"));
        Files.writeString(
                config.resolve("sources.yaml"),
                "sources:\n  - id: own\n    kind: folder\n    path: " + folder
                        + "\n    owner: us\n    subjectCountries: [JP]\n");
        Faults faults = new Faults();
        Configuration configuration = Configuration.load(new Places(config, folder.resolve("var")), faults);
        faults.throwIfAny();
        return configuration.datasets();
    }
}
