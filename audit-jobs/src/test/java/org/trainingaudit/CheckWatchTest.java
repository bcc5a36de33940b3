package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingaudit.setup.FolderEvents;
import org.trainingaudit.setup.Places;
import org.trainingaudit.setup.WatchedCheck;

/** Checking again at each change, and the schemas that editors complete packs by. */
class CheckWatchTest {

    private static final String PACK = "config/regimes/us-ca-ab2013.yaml";

    @TempDir
    Path folder;

    private Estate estate;

    @BeforeEach
    void makeEstate() {
        estate = Estate.small(folder);
    }

    private String broken() throws IOException {
        return Files.readString(estate.path(PACK)).replace("kind: duty", "kind: dutty");
    }

    @Test
    void tellsWhatAroseAndWhatWasMended() throws IOException {
        String good = Files.readString(estate.path(PACK));
        WatchedCheck check = WatchedCheck.begin(new Places(estate.path("config"), estate.path("var")));
        assertThat(check.last().isSound()).as(check.last().faults().text()).isTrue();
        assertThat(check.look()).isEmpty();
        estate.write(PACK, broken());
        WatchedCheck.Change arose = check.look().orElseThrow();
        assertThat(arose.files()).containsExactly("changed regimes/us-ca-ab2013.yaml");
        assertThat(arose.arisen()).anyMatch(text -> text.contains("but found 'dutty'; did you mean 'duty'?"));
        assertThat(arose.isSound()).isFalse();
        estate.write(PACK, "# moved by a line\n" + broken());
        assertThat(check.look().orElseThrow().arisen()).isEmpty();
        estate.write(PACK, good);
        WatchedCheck.Change mended = check.look().orElseThrow();
        assertThat(mended.mended()).isNotEmpty();
        assertThat(mended.isSound()).isTrue();
        Files.delete(estate.path("config/regimes/us-ca-ab2013.cases.yaml"));
        assertThat(check.look().orElseThrow().files()).containsExactly("removed regimes/us-ca-ab2013.cases.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"regimes", "detectors", "checklists"})
    void hearsOfAChangeInASubfolder(String name) throws Exception {
        Files.createDirectories(estate.path("config/" + name));
        try (FolderEvents events = FolderEvents.of(estate.path("config"))) {
            assertThat(events.await(Duration.ofMillis(1))).isFalse();
            estate.write("config/" + name + "/new.yaml", "new: true\n");
            assertThat(events.await(Duration.ofSeconds(30))).isTrue();
        }
    }

    @Test
    void endsWithItsInputOrItsTime() {
        InputStream real = System.in;
        try {
            System.setIn(new ByteArrayInputStream(new byte[0]));
            Command watch = estate.audit("check", "--watch");
            assertThat(watch.code()).as(watch.err()).isZero();
            assertThat(watch.out()).contains("Watching ").contains(" cases passed, 0 faults");
        } finally {
            System.setIn(real);
        }
        estate.write(PACK, "regime: other\n");
        Command timed = estate.audit("check", "--watch", "--for", "PT0.1S");
        assertThat(timed.code()).isEqualTo(2);
        assertThat(timed.err()).contains("key 'jurisdiction' is missing");
    }

    @Test
    void writesTheSchemasThatShip() throws IOException {
        Path into = estate.path("schema");
        Command schema = estate.audit("check", "--schema", into.toString());
        assertThat(schema.code()).as(schema.err()).isZero();
        for (String name : new String[] {"regime.schema.json", "cases.schema.json"}) {
            assertThat(into.resolve(name))
                    .hasSameTextualContentAs(Path.of("config/regimes/schema").resolve(name));
        }
    }
}
