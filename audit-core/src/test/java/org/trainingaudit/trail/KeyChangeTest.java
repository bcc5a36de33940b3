package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyChangeTest {

    private final Path data;
    private final LogInTest log;

    KeyChangeTest(@TempDir Path temp) {
        data = temp.resolve("var");
        log = new LogInTest(data);
    }

    @BeforeEach
    void begin() {
        log.disk = new NoSync();
        Trail trail = log.open();
        log.record(trail, "nightly/2026-11-21", 3);
        trail.seal();
    }

    @AfterEach
    void end() throws Exception {
        log.close();
    }

    private VerifierKey change(Trail trail) {
        return log.inTransaction(() -> {
            VerifierKey next = trail.changeKey("planned");
            trail.sequence(Integer.MAX_VALUE);
            return next;
        });
    }

    private String verified(VerifierKey key) {
        return TrailVerifier.verify(log.places.trail(), VerifyOptions.with(key)).text();
    }

    @Test
    void signsWithBothKeysOnceAndThenWithTheNewOneAlone() throws IOException {
        Trail trail = log.open();
        VerifierKey old = trail.vkey();
        byte[] oldSecret = Files.readAllBytes(log.places.keyFile());
        VerifierKey next = change(trail);
        assertThat(next).isNotEqualTo(old);
        assertThat(next.name()).isEqualTo(old.name());

        SignedCheckpoint both = trail.seal();
        assertThat(both.signedBy(List.of(old, next))).containsExactly(old, next);
        assertThat(trail.vkey()).isEqualTo(next);
        assertThat(Files.readAllBytes(log.places.keyFile())).isNotEqualTo(oldSecret);
        assertThat(log.places.keyFile().resolveSibling("key.next")).doesNotExist();
        assertThat(Files.readString(log.places.trail().resolve("keys"))).isEqualTo(old + "\n" + next + "\n");

        log.record(trail, "nightly/2026-11-22", 2);
        assertThat(trail.seal().signedBy(List.of(old, next))).containsExactly(next);
        assertThat(verified(old)).endsWith("\nverified\n");
        assertThat(verified(next)).endsWith("\nverified\n");
        assertThat(log.open().vkey()).isEqualTo(next);
    }

    @Test
    void changesAgainAndAgain() {
        VerifierKey first = log.open().vkey();
        for (int i = 0; i < 3; i++) {
            Trail trail = log.open();
            change(trail);
            trail.seal();
            log.record(trail, "nightly/2026-12-0" + (i + 1), 1);
            trail.seal();
        }
        assertThat(verified(first)).endsWith("\nverified\n");
    }

    @Test
    void takesUpAChangeThatWasBegunBefore() {
        Trail trail = log.open();
        VerifierKey next = change(trail);
        assertThat(change(trail)).isEqualTo(next);
        assertThat(log.open().vkey()).isNotEqualTo(next);
        assertThat(log.open().seal().checkpoint().size()).isEqualTo(6);
        assertThat(log.open().vkey()).isEqualTo(next);
    }

    @Test
    void keepsTheOldKeyWhereTheChangeWasRolledBack() {
        Trail trail = log.open();
        VerifierKey old = trail.vkey();
        log.transactions.executeWithoutResult(status -> {
            trail.changeKey("planned");
            status.setRollbackOnly();
        });
        log.record(trail, "nightly/2026-11-22", 1);
        assertThat(trail.seal().signedBy(List.of(old))).containsExactly(old);
        assertThat(trail.vkey()).isEqualTo(old);
    }

    @Test
    void carriesTheNewKeyIntoTheNextYear() {
        VerifierKey first = log.open().vkey();
        Trail trail = log.open();
        change(trail);
        log.clock.advance(Duration.ofDays(41));
        log.inTransaction(() -> trail.enterYear(2027));
        trail.seal();
        assertThat(TrailVerifier.verify(data, VerifyOptions.with(first)).text()).endsWith("\nverified\n");
    }

    @Test
    void hasNoKeyToChangeBeforeTheFirstEntry(@TempDir Path empty) throws Exception {
        try (LogInTest other = new LogInTest(empty.resolve("var"))) {
            Trail trail = other.open();
            assertThatThrownBy(() -> trail.changeKey("planned")).hasMessageContaining("no key to change");
        }
    }

    @Test
    void goesOnAfterACrashAtAnyCall() throws IOException {
        VerifierKey old = log.open().vkey();
        Path copy = data.resolveSibling("copy");
        VerifierKey next = change(log.open());
        CrashTest.copy(data, copy);
        CrashTest.FailingDisk whole = new CrashTest.FailingDisk(Integer.MAX_VALUE);
        log.disk = whole;
        log.open().seal();
        for (int fatal = 1; fatal <= whole.calls; fatal++) {
            CrashTest.delete(data);
            CrashTest.copy(copy, data);
            log.disk = new CrashTest.FailingDisk(fatal);
            Trail dying = log.open();
            assertThatThrownBy(dying::seal).as("call " + fatal).isInstanceOf(UncheckedIOException.class);
            assertThat(verified(old)).as("call " + fatal).endsWith("\nverified\n");
            log.disk = new NoSync();
            Trail again = log.open();
            again.seal();
            assertThat(again.vkey()).as("call " + fatal).isEqualTo(next);
            assertThat(verified(old)).as("call " + fatal).endsWith("\nverified\n");
            assertThat(verified(next)).as("call " + fatal).endsWith("\nverified\n");
        }
    }
}
