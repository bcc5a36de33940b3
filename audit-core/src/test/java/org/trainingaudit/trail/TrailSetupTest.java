package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.disk.Folders;

/** What has to be there, and belong together, before a log is opened. */
class TrailSetupTest {

    private static final String RUN = "nightly/2026-11-21";

    private final Path data;
    private final LogInTest log;

    TrailSetupTest(@TempDir Path data) {
        this.data = data.resolve("var");
        this.log = new LogInTest(this.data);
    }

    @AfterEach
    void end() throws Exception {
        log.close();
    }

    @Test
    void keepsKeyAndStateFromOthersEyes() throws IOException {
        log.open();
        for (String secret : List.of("key", "last")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.resolve("signer").resolve(secret))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("signer"))))
                .isEqualTo("rwx------");
    }

    @Test
    void takesTheConfiguredNameAndPolicy() throws IOException {
        log.settings = new TrailSettings(Optional.of("audit.example.com/trail"), Optional.of("quorum none\n"));
        Trail trail = log.open();
        log.record(trail, RUN, 1);
        trail.seal();
        assertThat(trail.origin()).isEqualTo("audit.example.com/trail");
        assertThat(Files.readString(log.places.trail().resolve("policy"))).isEqualTo("quorum none\n");
        assertThat(Files.readString(log.places.trail().resolve("keys")))
                .isEqualTo(trail.vkey().text() + "\n");
        assertThat(trail.reader()
                        .entries(0, 1)
                        .get(0)
                        .body()
                        .path("policy_sha256")
                        .stringValue())
                .isEqualTo(Hash.of(Vectors.bytes("quorum none\n")).hex());
        log.settings = new TrailSettings(Optional.of("audit.example.com/other"), Optional.empty());
        assertThatThrownBy(log::open)
                .hasMessageContaining("audit.example.com/other")
                .hasMessageContaining("audit.trail.origin");
    }

    @Test
    void refusesANameThatCannotStandInACheckpoint() {
        for (String name : List.of("", "a b", "A", "a+b", "/a", "ü")) {
            assertThatThrownBy(() -> new TrailSettings(Optional.of(name), Optional.empty()))
                    .as(name)
                    .hasMessageContaining("audit.trail.origin");
        }
    }

    @Test
    void takesAKeyThatAnOperatorMade() throws IOException {
        Files.createDirectories(data.resolve("signer"));
        Path key = data.resolve("signer/key");
        Files.writeString(
                key, Vectors.ALL.path("keys").path("log").path("seed_hex").stringValue() + "\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        log.settings = new TrailSettings(Optional.of(Vectors.ORIGIN), Optional.empty());
        assertThat(log.open().vkey()).isEqualTo(Vectors.key("log"));
    }

    // Threat A11: the key is missing, cut short or readable by all.
    @Test
    void doesNotOpenWithoutItsKey() throws IOException {
        Trail trail = log.open();
        Path key = log.places.keyFile();
        byte[] good = Files.readAllBytes(key);
        log.record(trail, RUN, 1);
        trail.seal();

        Files.delete(key);
        assertThatThrownBy(log::open)
                .hasMessageContaining("signing key")
                .hasMessageContaining("is missing")
                .hasMessageContaining("backup");
        assertThat(key).doesNotExist();

        for (int length : List.of(0, 10, good.length - 30, good.length - 2)) {
            Files.write(key, Arrays.copyOf(good, length));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            assertThatThrownBy(log::open).as("cut to " + length).hasMessageContaining("holds no whole Ed25519 key");
        }

        Files.write(key, good);
        for (String mode : List.of("rw-r--r--", "rw-r-----", "rw-----w-")) {
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
            assertThatThrownBy(log::open).as(mode).hasMessageContaining("chmod 600");
        }
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(log.open().seal().checkpoint().size()).isEqualTo(3);
    }

    @Test
    void doesNotOpenWithAnotherKey() throws IOException {
        Trail trail = log.open();
        log.record(trail, RUN, 1);
        trail.seal();
        Files.writeString(log.places.keyFile(), "00".repeat(32));
        assertThatThrownBy(log::open).hasMessageContaining("not signed by the key");
    }

    @Test
    void doesNotOpenWithoutTheSignersState() throws IOException {
        Trail trail = log.open();
        log.record(trail, RUN, 1);
        trail.seal();
        Path last = log.places.signerState().resolve("last");
        String good = Files.readString(last);
        Files.delete(last);
        assertThatThrownBy(log::open).hasMessageContaining("last state").hasMessageContaining("is missing");
        Files.writeString(last, good.substring(0, good.length() - 9));
        assertThatThrownBy(log::open).hasMessageContaining("is damaged");
        Files.writeString(last, new Checkpoint(trail.origin(), 0, Hash.OF_NOTHING).text());
        assertThatThrownBy(log::open).hasMessageContaining("signer's state was set back");
        Files.writeString(last, good);
        log.open();
    }

    @Test
    void doesNotOpenWithoutTheLogsFiles() throws IOException {
        Trail trail = log.open();
        log.record(trail, RUN, 1);
        trail.seal();
        Folders.delete(log.places.trail());
        assertThatThrownBy(log::open)
                .hasMessageContaining("trail is missing or empty")
                .hasMessageContaining("put the folder back");
    }

    @Test
    void doesNotOpenOnAnEmptyDatabase(@TempDir Path unused) throws Exception {
        Trail trail = log.open();
        log.record(trail, RUN, 1);
        trail.seal();
        try (LogInTest other = new LogInTest(data)) {
            assertThatThrownBy(other::open).hasMessageContaining("holds 0 entries, but the signer has signed 3");
        }
    }
}
