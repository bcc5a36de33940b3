package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log for each year, each beginning where the one before was closed. */
class YearsTest {

    private static final String RUN = "nightly/2026-11-21";
    private static final String NEXT_RUN = "nightly/2027-01-01";

    private final Path data;
    private final LogInTest log;

    YearsTest(@TempDir Path temp) {
        data = temp.resolve("var");
        log = new LogInTest(data);
    }

    @BeforeEach
    void begin() {
        log.disk = new NoSync();
    }

    @AfterEach
    void end() throws Exception {
        log.close();
    }

    private VerifierKey firstYear() {
        Trail trail = log.open();
        log.record(trail, RUN, 300);
        trail.seal();
        return trail.vkey();
    }

    private Trail nextYear() {
        log.clock.advance(Duration.ofDays(41));
        Trail trail = log.open();
        assertThat(log.inTransaction(() -> trail.enterYear(2027))).isTrue();
        return trail;
    }

    private VerifyReport verify(VerifierKey key) {
        return TrailVerifier.verify(data, VerifyOptions.with(key));
    }

    @Test
    void closesTheOldLogAndBeginsOneThatFollowsIt() {
        VerifierKey first = firstYear();
        Trail trail = nextYear();
        assertThat(trail.isBetweenYears()).isTrue();
        trail.seal();
        assertThat(trail.isBetweenYears()).isFalse();
        log.record(trail, NEXT_RUN, 5);
        trail.seal();

        assertThat(trail.origin()).isEqualTo(first.name() + "/2027");
        List<Entry> old = TrailReader.of(data.resolve("trail-closed/2026")).entries(302, 303);
        assertThat(old.get(0).kind()).isEqualTo("log_close");
        assertThat(old.get(0).body().path("next_vkey").stringValue())
                .isEqualTo(trail.vkey().text());
        Entry opening = trail.reader().entries(0, 1).get(0);
        assertThat(opening.body().path("prev").path("size").longValue()).isEqualTo(303);

        VerifyReport report = verify(first);
        assertThat(report.text()).endsWith("\nverified\n");
        assertThat(report.checked()).isEqualTo(303 + 7);
        assertThat(report.origin()).isEqualTo(trail.origin());
        assertThat(TrailVerifier.verify(data.resolve("trail-closed/2026"), VerifyOptions.with(first))
                        .text())
                .endsWith("\nverified\n");
    }

    @Test
    void staysWithTheLogInItsYearAndWhereThereIsNone() {
        Trail empty = log.open();
        assertThat(log.inTransaction(() -> empty.enterYear(2027))).isFalse();
        firstYear();
        Trail trail = log.open();
        assertThat(log.inTransaction(() -> trail.enterYear(2026))).isFalse();
        assertThat(log.inTransaction(() -> nextYear().enterYear(2027))).isFalse();
    }

    @Test
    void entersSeveralYearsOneAfterTheOther() {
        VerifierKey first = firstYear();
        Trail trail = nextYear();
        log.record(trail, NEXT_RUN, 2);
        assertThat(log.inTransaction(() -> trail.enterYear(2029))).isTrue();
        log.record(trail, "nightly/2029-01-01", 1);
        trail.seal();
        assertThat(trail.origin()).isEqualTo(first.name() + "/2029");
        assertThat(data.resolve("trail-closed/2027")).isDirectory();
        assertThat(verify(first).text()).endsWith("\nverified\n");
        assertThat(verify(trail.vkey()).text())
                .as("a key of the newest log leads back to the first")
                .endsWith("\nverified\n");
    }

    @Test
    void takesTheSameFactsAgainInTheNewLog() {
        firstYear();
        Trail trail = nextYear();
        log.inTransaction(() -> trail.submit(LogInTest.runOpen(RUN)));
        assertThat(log.inTransaction(() -> trail.sequence(10)).entries()).isOne();
    }

    @Test
    void keepsTheConfiguredNameOverTheYears() {
        log.settings = new TrailSettings(Optional.of("audit.example.com/trail"), Optional.empty());
        firstYear();
        Trail trail = nextYear();
        trail.seal();
        assertThat(trail.origin()).isEqualTo("audit.example.com/trail/2027");
        assertThat(log.open().origin()).isEqualTo("audit.example.com/trail/2027");
    }

    @Test
    void tellsFromWhichFolderAnOldKeyLeadsToALaterLog() {
        VerifierKey first = firstYear();
        nextYear().seal();
        VerifyReport report = TrailVerifier.verify(data.resolve("trail"), VerifyOptions.with(first));
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.text()).contains("verify the folder that holds trail/ and trail-closed/");
    }

    @Test
    void comparesWithACheckpointKeptFromAnOlderYear() throws IOException {
        VerifierKey first = firstYear();
        Path kept = Files.copy(data.resolve("trail/checkpoint"), data.resolve("../kept"));
        nextYear().seal();
        VerifyReport report =
                TrailVerifier.verify(data, VerifyOptions.with(first).since(kept));
        assertThat(report.text()).contains("grew by 1 entries").endsWith("\nverified\n");
        Files.writeString(kept, Files.readString(kept).replace("training-audit.local", "other.local"));
        assertThat(TrailVerifier.verify(data, VerifyOptions.with(first).since(kept))
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void findsAYearThatWasLeftOut() throws IOException {
        VerifierKey first = firstYear();
        Trail trail = nextYear();
        log.record(trail, NEXT_RUN, 2);
        log.inTransaction(() -> trail.enterYear(2028));
        trail.seal();
        CrashTest.delete(data.resolve("trail-closed/2027"));
        VerifyReport report = verify(first);
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.text()).contains("trail, seq 0").contains("trail-closed/2026");
    }

    @Test
    void findsDamageInAClosedLog() throws IOException {
        VerifierKey first = firstYear();
        nextYear().seal();
        Path bundle = data.resolve("trail-closed/2026/tile/entries/000");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[500] ^= 1;
        Files.write(bundle, bytes);
        VerifyReport report = verify(first);
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.problems().get(0).place()).startsWith("trail-closed/2026/tile/entries/000, seq ");
    }

    @Test
    void saysMissingAndNotTamperedWhereTheEndsThatLeadFromLogToLogAreWithheld() throws IOException {
        VerifierKey first = firstYear();
        nextYear().seal();
        for (String folder : List.of("trail/tile/entries", "trail-closed/2026/tile/entries/001.p")) {
            Path moved = data.resolve("withheld");
            Files.move(data.resolve(folder), moved);
            VerifyReport report = verify(first);
            assertThat(report.exitCode()).as(report.text()).isEqualTo(2);
            Files.move(moved, data.resolve(folder));
        }
        assertThat(verify(first).exitCode()).isZero();
    }

    @Test
    void saysInWhichLogALinkLiesAndLooksAtNothingUnfinished() throws IOException {
        VerifierKey first = firstYear();
        nextYear().seal();
        Files.createFile(data.resolve("trail-closed/.DS_Store"));
        assertThat(verify(first).text()).endsWith("\nverified\n");
        Files.createSymbolicLink(data.resolve("trail-closed/2026/policy"), Path.of("/etc/hostname"));
        VerifyReport report = verify(first);
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.problems().get(0).place()).isEqualTo("trail-closed/2026");
        assertThat(report.text()).contains("'policy' is a link");
    }

    @Test
    void saysWhichLogTheFirstOneFollowsWhereThatIsNotHere() throws IOException {
        firstYear();
        Trail trail = nextYear();
        trail.seal();
        CrashTest.delete(data.resolve("trail-closed/2026"));
        assertThat(verify(trail.vkey()).text())
                .contains("note       trail: it follows")
                .contains("which isn't here");
    }

    @Test
    void saysUnauthenticatedWithoutAKey() {
        firstYear();
        nextYear().seal();
        VerifyReport report = TrailVerifier.verify(
                data, new VerifyOptions(List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(report.exitCode()).isEqualTo(5);
        assertThat(report.text()).doesNotContain("verified");
    }

    /** Every call that changes the disk at the turn of the year is once the last one. */
    @Test
    void goesOnAfterACrashAtAnyCall() throws IOException {
        VerifierKey first = firstYear();
        nextYear();
        Path copy = data.resolveSibling("copy");
        CrashTest.copy(data, copy);
        CrashTest.FailingDisk whole = new CrashTest.FailingDisk(Integer.MAX_VALUE);
        log.disk = whole;
        log.open().seal();
        assertThat(whole.calls).isGreaterThan(20);
        for (int fatal = 1; fatal <= whole.calls; fatal++) {
            CrashTest.delete(data);
            CrashTest.copy(copy, data);
            log.disk = new CrashTest.FailingDisk(fatal);
            Trail dying = log.open();
            assertThatThrownBy(dying::seal).as("call " + fatal).isInstanceOf(UncheckedIOException.class);
            log.disk = new NoSync();
            Trail again = log.open();
            assertThat(again.seal().checkpoint().origin()).as("call " + fatal).isEqualTo(first.name() + "/2027");
            assertThat(verify(first).text()).as("call " + fatal).endsWith("\nverified\n");
        }
    }

    @Test
    void putsBackADatabaseThatWasSetBackOverTheTurnOfTheYear() {
        firstYear();
        log.jdbc.execute("script to '" + data.resolve("backup.sql") + "'");
        Trail trail = nextYear();
        trail.seal();
        log.record(trail, NEXT_RUN, 20);
        byte[] signed = trail.seal().bytes();

        log.jdbc.execute("drop all objects");
        log.jdbc.execute("runscript from '" + data.resolve("backup.sql") + "'");
        assertThatThrownBy(log::open).hasMessageContaining("turn of a year").hasMessageContaining("audit trail replay");
        long back = log.inTransaction(() -> Trail.replay(log.places, log.places.trail(), log.jdbc, log.clock));
        assertThat(back).isEqualTo(1 + 22);
        assertThat(log.open().seal().bytes()).isEqualTo(signed);
    }
}
