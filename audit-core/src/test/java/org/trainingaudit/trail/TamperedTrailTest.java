package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.trail.VerifyReport.Problem;

/** What a verifier says of logs that somebody meddled with, threat by threat. */
class TamperedTrailTest {

    private static final String OPEN_RUN = "\"job\":\"nightly\"";

    private final Path folder;

    TamperedTrailTest(@TempDir Path temp) {
        this.folder = temp.resolve("log");
    }

    private CraftedLog log() {
        return new CraftedLog(folder);
    }

    private CraftedLog opened() {
        return log().open().add("run_open", "r", OPEN_RUN);
    }

    // Threat A01
    @Test
    void namesTheEntryInWhichAByteWasFlipped() throws IOException {
        CraftedLog log = log().samples().publish(CraftedLog.KEY);
        Path bundle = folder.resolve("tile/entries/000.p/8");
        byte[] bytes = Files.readAllBytes(bundle);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"rows\":3") + 7;
        bytes[at] ^= 1;
        Files.write(bundle, bytes);
        expectInvalid(log.verify(), "tile/entries/000.p/8, seq 3");
        assertThat(log.verify().problems()).hasSize(1);
    }

    @Test
    void namesTheTileInWhichAByteWasFlipped() throws IOException {
        CraftedLog log = log().samples().publish(CraftedLog.KEY);
        Path tile = folder.resolve("tile/0/000.p/8");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[5 * 32] ^= 1;
        Files.write(tile, bytes);
        expectInvalid(log.verify(), "tile/0/000.p/8, seq 5");
    }

    // Threat A02
    @Test
    void tellsARollbackOnlyToWhomKeptANewerCheckpoint() throws IOException {
        for (int cut : List.of(1, 10, 257)) {
            Path here = folder.resolveSibling("cut" + cut);
            CraftedLog log = new CraftedLog(here).open().add("run_open", "r", OPEN_RUN);
            for (int i = 0; i < 298; i++) {
                log.add("verdict", "r", "\"n\":" + i);
            }
            Path newer = folder.resolveSibling("newer");
            Files.write(
                    newer,
                    CraftedLog.signed(
                                    new Checkpoint(
                                            Vectors.ORIGIN,
                                            300,
                                            TreeInMemory.of(log.entries)
                                                    .proofs()
                                                    .root(300)),
                                    CraftedLog.KEY)
                            .bytes());
            log.entries.subList(300 - cut, 300).clear();
            log.publish(CraftedLog.KEY);
            VerifyOptions options = VerifyOptions.with(Vectors.key("log"));
            VerifyReport without = TrailVerifier.verify(here, options);
            assertThat(without.exitCode()).isZero();
            assertThat(without.text()).contains("size       " + (300 - cut)).contains("freshness  not proven");
            VerifyReport with = TrailVerifier.verify(here, options.since(newer));
            assertThat(with.exitCode()).isEqualTo(4);
            assertThat(with.text()).contains("rollback");
        }
    }

    @Test
    void provesGrowthFromACheckpointOfTheAuditor() throws IOException {
        log().samples().publish(CraftedLog.KEY);
        Path since = folder.resolveSibling("since");
        Files.writeString(since, Vectors.ALL.path("checkpoints").path("5").stringValue());
        VerifyReport report = TrailVerifier.verify(
                folder, VerifyOptions.with(Vectors.key("log")).since(since));
        assertThat(report.exitCode()).isZero();
        assertThat(report.freshness()).isEqualTo("grew by 3 entries from your checkpoint of size 5");
    }

    @Test
    void tellsAForkFromACheckpointOfTheAuditor() throws IOException {
        opened().add("verdict", "r", "\"n\":1")
                .add("verdict", "r", "\"n\":2")
                .add("verdict", "r", "\"n\":3")
                .publish(CraftedLog.KEY);
        Path since = folder.resolveSibling("since");
        for (String size : List.of("3", "5")) {
            Files.writeString(since, Vectors.ALL.path("checkpoints").path(size).stringValue());
            VerifyReport report = TrailVerifier.verify(
                    folder, VerifyOptions.with(Vectors.key("log")).since(since));
            assertThat(report.exitCode()).isEqualTo(4);
            assertThat(report.text()).contains("fork");
        }
    }

    // Threat A03
    @Test
    void refusesSwappedEntriesUnderTheOldCheckpoint() throws IOException {
        CraftedLog log = opened().add("verdict", "r", "\"n\":1").publish(CraftedLog.KEY);
        log.add("verdict", "r", "\"n\":2").add("verdict", "r", "\"n\":3").publish(CraftedLog.KEY);
        byte[] checkpoint = Files.readAllBytes(folder.resolve("checkpoint"));
        log.entries.subList(3, 5).clear();
        log.add("verdict", "r", "\"n\":3")
                .add("verdict", "r", "\"n\":2")
                .publish(CraftedLog.KEY)
                .put("checkpoint", checkpoint);
        log.put(TrailFiles.kept(5), checkpoint);
        VerifyReport report = log.verify();
        expectInvalid(report, "checkpoint");
        assertThat(report.text()).contains("the first change lies in seq 3 to 4");
    }

    // Threat A05
    @Test
    void ignoresUnknownSignersAndRefusesAWrongSignatureOfAKnownOne() {
        CraftedLog log = log().samples().publish(CraftedLog.KEY);
        for (var vector : Vectors.ALL.path("note_cases")) {
            log.put("checkpoint", Vectors.bytes(vector.path("note").stringValue()));
            VerifyReport report = log.verify();
            boolean accept = vector.path("expect").stringValue().equals("accept");
            assertThat(report.exitCode()).as(vector.path("name").stringValue()).isEqualTo(accept ? 0 : 1);
        }
    }

    // Threat A07
    @Test
    void refusesEntriesThatAreNotCanonicalThoughSigned() {
        for (String entry : List.of(
                "{\"body\": {},\"id\":\"%s\",\"kind\":\"x\",\"run\":\"\",\"seq\":1,\"ts\":\"2026-11-21T18:00:01.000Z\",\"v\":1}",
                "{\"body\":{},\"id\":\"%s\",\"kind\":\"x\",\"run\":\"\",\"seq\":2,\"ts\":\"2026-11-21T18:00:01.000Z\",\"v\":1}",
                "{\"body\":{},\"id\":\"%s\",\"kind\":\"x\",\"run\":\"\",\"seq\":1,\"ts\":\"2026-02-30T18:00:01.000Z\",\"v\":1}",
                "{\"body\":{},\"id\":\"%s\",\"kind\":\"x\",\"run\":\"\",\"seq\":1,\"ts\":\"2026-11-21T18:00:60.000Z\",\"v\":1}",
                "{\"body\":{},\"id\":\"%s\",\"kind\":\"X\",\"run\":\"\",\"seq\":1,\"ts\":\"2026-11-21T18:00:01.000Z\",\"v\":1}",
                "{\"body\":{},\"id\":\"%s\",\"kind\":\"x\",\"run\":\"\",\"seq\":1,\"ts\":\"2026-11-21T18:00:01.000Z\",\"v\":2}",
                "{\"body\":[],\"id\":\"%s\",\"kind\":\"x\",\"run\":\"\",\"seq\":1,\"ts\":\"2026-11-21T18:00:01.000Z\",\"v\":1}",
                "{\"body\":{},\"id\":\"%s\",\"kind\":\"x\",\"more\":1,\"run\":\"\",\"seq\":1,\"ts\":\"2026-11-21T18:00:01.000Z\",\"v\":1}")) {
            CraftedLog log = new CraftedLog(folder)
                    .open()
                    .raw(entry.formatted("ab".repeat(32)))
                    .publish(CraftedLog.KEY);
            expectInvalid(log.verify(), "tile/entries/000.p/2, seq 1");
        }
    }

    // Threat A08
    @Test
    void refusesALogUnderAnotherLogsName() {
        log().samples().publish(CraftedLog.KEY);
        VerifierKey other = CraftedLog.KEY.vkey("audit.example.com/trail/other");
        VerifyReport report = TrailVerifier.verify(folder, VerifyOptions.with(other));
        expectInvalid(report, "checkpoint");
        assertThat(report.text()).contains("origin and key do not match");
    }

    // Threat A09
    @Test
    void refusesALogRebuiltWithTheAttackersKey() {
        log().samples().publish(CraftedLog.NEW_KEY).put("keys", Vectors.bytes(Vectors.key("log_rotated") + "\n"));
        expectInvalid(log().verify(), "checkpoint");
        new CraftedLog(folder.resolveSibling("rebuilt"))
                .add(
                        "log_open",
                        "",
                        "\"format\":\"audit-trail/1\",\"origin\":\"" + Vectors.ORIGIN + "\",\"vkey\":\""
                                + Vectors.key("log_rotated") + "\"")
                .publish(CraftedLog.NEW_KEY);
        VerifyReport report =
                TrailVerifier.verify(folder.resolveSibling("rebuilt"), VerifyOptions.with(Vectors.key("log")));
        expectInvalid(report, "checkpoint");
        assertThat(TrailVerifier.verify(folder.resolveSibling("rebuilt"), VerifyOptions.with())
                        .exitCode())
                .isEqualTo(5);
    }

    // Threat A12
    @Test
    void followsAChangeOfKeyOnlyOverACheckpointWithBothSignatures() {
        String change = "\"new_vkey\":\"" + Vectors.key("log_rotated") + "\",\"old_vkey\":\"" + Vectors.key("log")
                + "\",\"reason\":\"planned\"";
        CraftedLog log = opened().publish(CraftedLog.KEY)
                .add("key_change", "", change)
                .publish(CraftedLog.KEY, CraftedLog.NEW_KEY);
        log.add("heartbeat", "", "").publish(CraftedLog.NEW_KEY);
        assertThat(log.verify().text()).endsWith("\nverified\n");
        assertThat(TrailVerifier.verify(folder, VerifyOptions.with(Vectors.key("log_rotated")))
                        .exitCode())
                .isZero();

        CraftedLog alone = new CraftedLog(folder.resolveSibling("alone"))
                .open()
                .publish(CraftedLog.KEY)
                .add("key_change", "", change)
                .publish(CraftedLog.NEW_KEY);
        VerifyReport report = alone.verify();
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.text()).contains("at size 2 the key changes, but old and new key have not both signed");

        CraftedLog old = new CraftedLog(folder.resolveSibling("old"))
                .open()
                .add("key_change", "", change)
                .publish(CraftedLog.KEY, CraftedLog.NEW_KEY)
                .add("heartbeat", "", "")
                .publish(CraftedLog.KEY);
        assertThat(old.verify().text()).contains("at size 3 it is not signed by the log's key");
    }

    /** Who has a key that was given up long ago writes a log of its own, with a change to the present key and one away from it. */
    @Test
    void refusesALogInWhichAKeyThatWasGivenUpSignsPastTheOneThatFollowed() {
        String away = "\"new_vkey\":\"" + Vectors.key("log_rotated") + "\",\"old_vkey\":\"" + Vectors.key("log")
                + "\",\"reason\":\"planned\"";
        String back = "\"new_vkey\":\"" + Vectors.key("log") + "\",\"old_vkey\":\"" + Vectors.key("log_rotated")
                + "\",\"reason\":\"planned\"";
        opened().add("key_change", "", away)
                .add("key_change", "", back)
                .add("heartbeat", "", "")
                .publish(CraftedLog.KEY);
        VerifyReport report = TrailVerifier.verify(folder, VerifyOptions.with(Vectors.key("log_rotated")));
        expectInvalid(report, "checkpoint");
        assertThat(report.signedBy()).isEmpty();
    }

    // Threat A14
    @Test
    void saysMissingAndNotTamperedWhereAFileWasDeleted() throws IOException {
        CraftedLog log = opened();
        for (int i = 0; i < 600; i++) {
            log.add("verdict", "r", "\"n\":" + i);
        }
        log.publish(CraftedLog.KEY);
        for (String path : List.of(
                "tile/0/001", "tile/0/002.p/90", "tile/1/000.p/2", "tile/entries/000", "tile/entries/002.p/90")) {
            byte[] bytes = Files.readAllBytes(folder.resolve(path));
            Files.delete(folder.resolve(path));
            VerifyReport report = log.verify();
            assertThat(report.exitCode()).as(path).isEqualTo(2);
            assertThat(report.problems()).extracting(Problem::place).containsExactly(path);
            log.put(path, bytes);
        }
        Files.delete(folder.resolve("tile/entries/001"));
        VerifyReport withheld = log.verify();
        assertThat(withheld.withheld()).isEqualTo(256);
        assertThat(withheld.checked()).isEqualTo(346);
        Files.delete(folder.resolve("tile/0/001"));
        assertThat(log.verify().problems())
                .extracting(Problem::place)
                .containsExactlyInAnyOrder("tile/entries/001", "tile/0/001");
        Files.delete(folder.resolve("checkpoint"));
        assertThat(log.verify().exitCode()).isEqualTo(2);
    }

    @Test
    void refusesHistoriesThatCannotBe() {
        expectInvalid(log().add("heartbeat", "", "").publish(CraftedLog.KEY).verify(), "seq 0");
        expectInvalid(
                new CraftedLog(folder).open().open().publish(CraftedLog.KEY).verify(), "seq 1");
        expectInvalid(
                new CraftedLog(folder)
                        .open()
                        .add("verdict", "r", "")
                        .publish(CraftedLog.KEY)
                        .verify(),
                "seq 1");
        expectInvalid(
                new CraftedLog(folder)
                        .open()
                        .add("log_close", "", "")
                        .add("heartbeat", "", "")
                        .publish(CraftedLog.KEY)
                        .verify(),
                "seq 2");
        expectInvalid(
                new CraftedLog(folder)
                        .open()
                        .add("log_close", "", "")
                        .add("heartbeat", "", "")
                        .add("log_close", "", "")
                        .publish(CraftedLog.KEY)
                        .verify(),
                "seq 2");
        expectInvalid(
                opened().add("totals", "r", "\"classified\":9,\"filtered\":0,\"read\":7,\"rejected\":-2")
                        .publish(CraftedLog.KEY)
                        .verify(),
                "seq 2");
        expectInvalid(
                opened().add("totals", "r", "\"classified\":5,\"filtered\":0,\"read\":7,\"rejected\":1")
                        .publish(CraftedLog.KEY)
                        .verify(),
                "seq 2");
        byte[] again = opened().add("verdict", "r", "").entries.get(2);
        CraftedLog doubled = opened().add("verdict", "r", "")
                .raw(new String(again, StandardCharsets.UTF_8).replace("\"seq\":2", "\"seq\":3"));
        expectInvalid(doubled.publish(CraftedLog.KEY).verify(), "seq 3");
        CraftedLog back = opened().raw(new String(again, StandardCharsets.UTF_8).replace("18:00:02", "17:00:02"));
        expectInvalid(back.publish(CraftedLog.KEY).verify(), "seq 2");
        CraftedLog missed =
                new CraftedLog(folder.resolveSibling("missed")).open().add("run_missed", "nightly/2026-11-20", "");
        assertThat(missed.publish(CraftedLog.KEY).verify().exitCode()).isZero();
    }

    private static void expectInvalid(VerifyReport report, String... places) {
        assertThat(report.problems())
                .as(report.text())
                .extracting(Problem::place)
                .contains(places);
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.text()).endsWith("\ntampered or invalid\n");
    }
}
