package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every call that changes the disk is once the last one. */
class CrashTest {

    private final Path data;
    private final Path copy;
    private final LogInTest log;

    CrashTest(@TempDir Path temp) {
        data = temp.resolve("var");
        copy = temp.resolve("copy");
        log = new LogInTest(data);
        log.disk = new NoSync();
    }

    @AfterEach
    void end() throws Exception {
        log.close();
    }

    @Test
    void leavesTheOldOrTheNewCheckpointAndSealsOnTheNextTry() throws IOException {
        Trail trail = log.open();
        log.record(trail, "nightly/2026-11-21", 250);
        trail.seal();
        log.record(trail, "nightly/2026-11-22", 300);
        copy(data, copy);
        log.disk = new FailingDisk(Integer.MAX_VALUE);
        log.open().seal();
        int calls = ((FailingDisk) log.disk).calls;
        assertThat(calls).isGreaterThan(30);

        Set<Long> left = new HashSet<>();
        for (int fatal = 1; fatal <= calls; fatal++) {
            delete(data);
            copy(copy, data);
            log.disk = new FailingDisk(fatal);
            Trail dying = log.open();
            assertThatThrownBy(dying::seal).as("call " + fatal).isInstanceOf(UncheckedIOException.class);
            left.add(verified(trail));

            log.disk = new NoSync();
            assertThat(log.open().seal().checkpoint().size())
                    .as("call " + fatal)
                    .isEqualTo(553);
            assertThat(verified(trail)).as("call " + fatal).isEqualTo(553);
            assertThat(data.resolve("trail/" + TrailFiles.kept(553))).exists();
        }
        assertThat(left).containsExactlyInAnyOrder(252L, 553L);
    }

    @Test
    void beginsALogThoughTheFirstTryDied() throws IOException {
        log.disk = new FailingDisk(Integer.MAX_VALUE);
        log.open();
        int calls = ((FailingDisk) log.disk).calls;
        for (int fatal = 1; fatal <= calls; fatal++) {
            delete(data);
            log.disk = new FailingDisk(fatal);
            assertThatThrownBy(log::open).as("call " + fatal).isInstanceOf(UncheckedIOException.class);
            log.disk = new NoSync();
            assertThat(log.open().size()).isZero();
        }
    }

    // Threat A20: the disk fails once and then works again.
    @Test
    void publishesAnewAfterASyncThatFailed() {
        Trail trail = log.open();
        log.record(trail, "nightly/2026-11-21", 10);
        trail.seal();
        log.record(trail, "nightly/2026-11-22", 10);
        FailingDisk once = new FailingDisk(2);
        once.onlyOnce = true;
        log.disk = once;
        Trail failing = log.open();
        assertThatThrownBy(failing::seal)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nothing new was published");
        assertThat(trail.reader().checkpoint().checkpoint().size()).isEqualTo(12);
        assertThat(failing.seal().checkpoint().size()).isEqualTo(23);
        assertThat(verified(trail)).isEqualTo(23);
    }

    private long verified(Trail trail) {
        VerifyReport report = TrailVerifier.verify(log.places.trail(), VerifyOptions.with(trail.vkey()));
        assertThat(report.text()).endsWith("\nverified\n");
        return report.size();
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** A disk that dies at one call; a write then leaves half of its bytes. */
    static final class FailingDisk implements Disk {

        private final Disk disk = new NoSync();
        private final int fatal;
        private boolean onlyOnce;
        int calls;

        FailingDisk(int fatal) {
            this.fatal = fatal;
        }

        private boolean dies() {
            calls++;
            return onlyOnce ? calls == fatal : calls >= fatal;
        }

        private void die() throws IOException {
            if (dies()) {
                throw new IOException("Input/output error");
            }
        }

        @Override
        public void makeDirectory(Path directory, boolean secret) throws IOException {
            die();
            disk.makeDirectory(directory, secret);
        }

        @Override
        public void write(Path file, byte[] bytes, boolean secret) throws IOException {
            if (dies()) {
                disk.write(file, Arrays.copyOf(bytes, bytes.length / 2), secret);
                throw new IOException("Input/output error");
            }
            disk.write(file, bytes, secret);
        }

        @Override
        public void sync(Path file) throws IOException {
            die();
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            die();
            disk.rename(from, to);
        }

        @Override
        public void syncDirectory(Path directory) throws IOException {
            die();
        }

        @Override
        public void delete(Path file) throws IOException {
            die();
            disk.delete(file);
        }
    }
}
