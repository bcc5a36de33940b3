package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailTest {

    private static final String RUN = "nightly/2026-11-21";

    private final Path data;
    private final LogInTest log;

    TrailTest(@TempDir Path data) {
        this.data = data.resolve("var");
        this.log = new LogInTest(this.data);
    }

    @AfterEach
    void end() throws Exception {
        log.close();
    }

    @Test
    void beginsALogNamedAfterItsKey() {
        Trail trail = log.open();
        log.record(trail, RUN, 3);
        SignedCheckpoint sealed = trail.seal();
        assertThat(trail.origin()).matches("training-audit\\.local/trail/[0-9a-f]{8}");
        assertThat(sealed.checkpoint().size()).isEqualTo(5);
        assertThat(sealed.signedBy(List.of(trail.vkey()))).containsExactly(trail.vkey());
        Entry first = trail.reader().entries(0, 1).get(0);
        assertThat(first.kind()).isEqualTo("log_open");
        assertThat(first.body().path("origin").stringValue()).isEqualTo(trail.origin());
        assertThat(first.body().path("vkey").stringValue())
                .isEqualTo(trail.vkey().text());
        assertThat(first.body().path("format").stringValue()).isEqualTo("audit-trail/1");
    }

    @Test
    void goesOnWithTheSameLogAfterARestart() {
        Trail before = log.open();
        log.record(before, RUN, 300);
        before.seal();
        Trail after = log.open();
        log.record(after, "nightly/2026-11-22", 700);
        assertThat(after.vkey()).isEqualTo(before.vkey());
        assertThat(after.seal().checkpoint().size()).isEqualTo(1003);
        assertThat(after.reader().checkpoint(302).signedBy(List.of(before.vkey())))
                .isNotEmpty();
    }

    @Test
    void readsBackEveryPublishedEntryAndProvesIt() {
        Trail trail = log.open();
        log.record(trail, RUN, 600);
        trail.seal();
        long size = trail.size();
        long seq = 0;
        for (Entry entry : TrailReader.entries(log.places.trail(), size)) {
            assertThat(entry.seq()).isEqualTo(seq++);
        }
        assertThat(seq).isEqualTo(602);
        Hash root = trail.reader().checkpoint(size).checkpoint().root();
        Hash leaf =
                new TrailStore(log.jdbc, log.clock).running().bytes(7, 8).get(0).leaf();
        assertThat(ProofCheck.inclusion(7, size, leaf, trail.reader().inclusion(7, size), root))
                .isEmpty();
    }

    @Test
    void stopsReadingAtAnEntryThatDoesNotFitItsHash() throws IOException {
        Trail trail = log.open();
        log.record(trail, RUN, 3);
        trail.seal();
        Path bundle = log.places.trail().resolve("tile/entries/000.p/5");
        String changed = new String(Files.readAllBytes(bundle), StandardCharsets.ISO_8859_1)
                .replace("\"column_1\"", "\"column_7\"");
        Files.write(bundle, changed.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TrailReader.entries(log.places.trail(), 5).forEach(entry -> {}))
                .hasMessageContaining("entry 3");
    }

    @Test
    void answersASealWithNothingNewByTheSameBytes() {
        Trail trail = log.open();
        log.record(trail, RUN, 1);
        byte[] first = trail.seal().bytes();
        assertThat(trail.seal().bytes()).isEqualTo(first);
        assertThat(log.open().seal().bytes()).isEqualTo(first);
    }

    @Test
    void signsOnlyWhatIsCommitted() {
        Trail trail = log.open();
        log.record(trail, RUN, 1);
        log.transactions.executeWithoutResult(status -> {
            trail.submit(LogInTest.classification(RUN, "late"));
            trail.sequence(10);
            assertThat(trail.seal().checkpoint().size()).isEqualTo(3);
            status.setRollbackOnly();
        });
        assertThat(trail.seal().checkpoint().size()).isEqualTo(3);
    }

    @Test
    void hasNothingToSealBeforeTheFirstEntry() {
        Trail trail = log.open();
        assertThatThrownBy(trail::seal).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void removesPartialTilesOnceTheFullOneIsThere() {
        Trail trail = log.open();
        log.record(trail, RUN, 100);
        trail.seal();
        assertThat(log.places.trail().resolve("tile/0/000.p")).isDirectory();
        log.record(trail, RUN, 300);
        trail.seal();
        assertThat(log.places.trail().resolve("tile/0/000.p")).doesNotExist();
        assertThat(log.places.trail().resolve("tile/entries/000.p")).doesNotExist();
        assertThat(log.places.trail().resolve("tile/0/000")).exists();
    }

    @Test
    void keepsConfigurationUnderItsHash() throws IOException {
        Trail trail = log.open();
        String sha256 = trail.keepConfiguration(Vectors.bytes("a zip"));
        assertThat(sha256).isEqualTo(Hash.of(Vectors.bytes("a zip")).hex());
        assertThat(Files.readString(log.places.trail().resolve("config/" + sha256 + ".zip")))
                .isEqualTo("a zip");
        assertThat(log.open().keepConfiguration(Vectors.bytes("a zip"))).isEqualTo(sha256);
    }

    // Threat A04: the database of the night before.
    @Test
    void refusesToAppendToADatabaseThatWasSetBackUntilItIsReplayed() throws Exception {
        Trail trail = log.open();
        log.record(trail, RUN, 300);
        trail.seal();
        log.jdbc.execute("script to '" + data.resolve("backup.sql") + "'");
        log.record(trail, "nightly/2026-11-22", 400);
        byte[] signed = trail.seal().bytes();

        log.jdbc.execute("drop all objects");
        log.jdbc.execute("runscript from '" + data.resolve("backup.sql") + "'");
        assertThatThrownBy(log::open)
                .hasMessageContaining("holds 302 entries, but the signer has signed 703")
                .hasMessageContaining("replay");
        assertThatThrownBy(trail::seal).hasMessageContaining("signed 703");
        assertThat(trail.reader().checkpoint().bytes()).isEqualTo(signed);

        long back = log.inTransaction(() -> Trail.replay(log.places, log.places.trail(), log.jdbc, log.clock));
        assertThat(back).isEqualTo(401);
        Trail again = log.open();
        assertThat(again.seal().bytes()).isEqualTo(signed);
        log.record(again, "nightly/2026-11-23", 5);
        assertThat(again.seal().checkpoint().size()).isEqualTo(709);
    }

    @Test
    void putsBackNothingFromAnExportOfOtherEntries(@TempDir Path elsewhere) throws Exception {
        Trail trail = log.open();
        log.record(trail, RUN, 3);
        trail.seal();
        try (LogInTest other = new LogInTest(elsewhere)) {
            Trail otherTrail = other.open();
            other.record(otherTrail, RUN, 3);
            otherTrail.seal();
            log.jdbc.execute("delete from trail_entry");
            log.jdbc.execute("update trail_head set size = 0, frontier = null");
            assertThatThrownBy(() -> log.inTransaction(
                            () -> Trail.replay(log.places, other.places.trail(), log.jdbc, log.clock)))
                    .hasMessageContaining("was signed");
            assertThat(new TrailStore(log.jdbc, log.clock).size()).isZero();
        }
    }

    @Test
    void signsNoDatabaseThatWasRewritten() {
        Trail trail = log.open();
        log.record(trail, RUN, 300);
        trail.seal();
        log.jdbc.execute("delete from trail_entry");
        log.jdbc.execute("update trail_head set size = 0, frontier = null");
        log.record(trail, "nightly/2026-11-22", 700);
        assertThatThrownBy(trail::seal).isInstanceOf(TrailException.class).hasMessageContaining("entries");
        assertThat(trail.reader().checkpoint().checkpoint().size()).isEqualTo(302);
    }

    @Test
    void letsOneProcessSealAtATime() {
        Trail trail = log.open();
        log.record(trail, RUN, 1);
        SignerLock held = SignerLock.take(log.places.signerState());
        assertThatThrownBy(trail::seal).hasMessageContaining("another process");
        held.close();
        trail.seal();
    }
}
