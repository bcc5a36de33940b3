package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import crash.QuickClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.trail.VerifierKey;
import org.trainingaudit.trail.WitnessServer;

/** What an operator does with a trail beside the runs, and what an auditor then sees. */
class TrailCareTest {

    @TempDir
    Path folder;

    @Test
    void changesTheKeyAndLeadsAHolderOfTheOldOneToIt() {
        Estate estate = Estate.small(folder);
        String old = estate.audit("run").vkey();
        Command change = trail(estate, "rotate-key", "--reason", "planned");
        assertThat(change.code()).as(change.err()).isZero();
        String fresh = change.vkey();
        assertThat(fresh).isNotEqualTo(old);
        assertThat(estate.audit("run").vkey()).isEqualTo(fresh);
        for (String key : List.of(old, fresh)) {
            Command verified = verify(estate, "var/trail", key);
            assertThat(verified.code()).as(verified.out()).isZero();
        }
    }

    @Test
    void beatsOnlyWhereNothingElseHappened() {
        Estate estate = Estate.small(folder);
        String key = estate.audit("run").vkey();
        Command beat = trail(estate, "heartbeat");
        assertThat(beat.code()).as(beat.err()).isZero();
        assertThat(beat.out()).contains("today already");
        Command status = trail(estate, "status");
        assertThat(status.out()).contains("log:").contains("published:").contains(key);
    }

    @Test
    void forgetsNothingThatWasNotNamed() {
        Estate estate = Estate.small(folder);
        estate.audit("run");
        Command none = trail(estate, "erase", "--basis", "GDPR Art. 17");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("--commitment or --subject");
        Command unknown = trail(estate, "erase", "--basis", "GDPR Art. 17", "--subject", "nobody");
        assertThat(unknown.out()).contains("0 values forgotten");
    }

    // Threat A04: the database of the day before.
    @Test
    void refusesADatabaseThatWasSetBackUntilItIsReplayed() throws IOException {
        Estate estate = Estate.small(folder);
        String key = estate.audit("run").vkey();
        copy(estate.path("var/db"), estate.path("backup"));
        estate.audit("run");
        byte[] signed = Files.readAllBytes(estate.path("var/trail/checkpoint"));
        copy(estate.path("backup"), estate.path("var/db"));

        Command refused = estate.audit("run");
        assertThat(refused.code()).as(refused.out()).isEqualTo(2);
        assertThat(refused.err()).contains("audit trail replay");
        assertThat(Files.readAllBytes(estate.path("var/trail/checkpoint"))).isEqualTo(signed);

        Command replay = trail(estate, "replay");
        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(replay.out()).containsPattern("[1-9][0-9]* entries put back; 1 runs");
        Command after = estate.audit("run");
        assertThat(after.code()).as(after.err()).isEqualTo(1);
        assertThat(after.out()).contains("/3");
        Command verified = verify(estate, "var/trail", key);
        assertThat(verified.code()).as(verified.out()).isZero();
    }

    @Test
    void takesForOverARunThatTheTrailClosesAndTheRestoredDatabaseHasInItsMiddle() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        KilledChild killed = KilledChild.start(folder, 90, estate.arguments("run"));
        assertThat(killed.code()).as(killed.output()).isEqualTo(KilledChild.KILLED);
        copy(estate.path("var/db"), estate.path("backup"));
        Command finished = Command.audit(QuickClock.class, estate.arguments("run"));
        assertThat(finished.code()).as(finished.err()).isEqualTo(1);
        copy(estate.path("backup"), estate.path("var/db"));

        Command replay = trail(estate, "replay");
        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(replay.out()).contains("; 1 runs");
        Command after = Command.audit(QuickClock.class, estate.arguments("run"));
        assertThat(after.code()).as(after.err()).isEqualTo(1);
        assertThat(after.err()).doesNotContain("Going on with");
        assertThat(after.out()).contains("manual/2026-11-21/2");
        Command verified = verify(estate, "var/trail", after.vkey());
        assertThat(verified.code()).as(verified.out()).isZero();
    }

    @Test
    void cosignsTheNightAndShowsWhoDidNot() throws Exception {
        Estate estate = Estate.small(folder);
        String key = estate.audit("run").vkey();
        WitnessServer.Settings settings = new WitnessServer.Settings(
                "witness.example.com/w1",
                folder.resolve("w/key"),
                folder.resolve("w/seen"),
                List.of(VerifierKey.parse(key)));
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        String yaml;
        VerifierKey witness;
        try (WitnessServer server = WitnessServer.start(settings, anywhere, Clock.systemUTC())) {
            witness = server.vkey();
            yaml = "audit:\n  nightly: {partitions: 2, chunk-size: 2}\n  trail:\n    witnesses:\n      - vkey: "
                    + witness + "\n        url: http://127.0.0.1:"
                    + server.address().getPort() + "\n        timeout-seconds: 30\n";
            estate.write("config/application.yaml", yaml);
            Command run = estate.audit("run");
            assertThat(run.out()).as(run.err()).contains("Witness: witness.example.com/w1: cosigned");
        }
        Command verified =
                Command.audit("verify", estate.path("var/trail").toString(), "--key", key, "--key", witness.text());
        assertThat(verified.out()).contains("witness    2").doesNotContain("claimed");

        Command alone = estate.audit("run");
        assertThat(alone.code()).as(alone.err()).isEqualTo(1);
        assertThat(alone.out()).contains("w1: it did not answer");
        estate.write("config/application.yaml", yaml.replace("http://", "file://"));
        assertThat(estate.audit("check").code()).isEqualTo(2);
    }

    // Threat A13: a report's file is there, its entry isn't.
    @Test
    void servesNoFileThatNoEntryNames() throws IOException {
        Estate estate = Estate.small(folder);
        String key = estate.audit("run").vkey();
        Path reports = first(estate.path("var/reports"), "").resolveSibling("extra.csv");
        Files.writeString(reports, "use,verdict\n");
        assertThat(estate.audit("report", "list").out()).doesNotContain("extra.csv");
        String run = reports.getName(reports.getNameCount() - 2).toString().replace('_', '/');
        Command get = estate.audit("report", "get", run, "extra.csv");
        assertThat(get.code()).isEqualTo(2);
        assertThat(estate.audit("bundle", "--out", estate.path("b.zip").toString())
                        .code())
                .isZero();
        Command verified = verify(estate, "b.zip", key);
        assertThat(verified.code()).as(verified.out()).isZero();
    }

    /** The script of {@code docs/auditing.md}, on a fresh bundle and on damaged ones. */
    @Test
    void verifiesByHand() throws Exception {
        Path script = Path.of("docs/verify-by-hand.sh").toAbsolutePath();
        assertThat(Files.readAllLines(script)).hasSizeLessThanOrEqualTo(80);
        Estate estate = Estate.small(folder);
        String key = estate.audit("run").vkey();
        Path zip = estate.path("evidence.zip");
        Command bundle = estate.audit("bundle", "--out", zip.toString());
        assertThat(bundle.code()).as(bundle.err()).isZero();
        Said good = byHand(script, zip, key);
        assertThat(good.code).as(good.text).isZero();
        assertThat(good.text).startsWith("verified: ");
        assertThat(byHand(script, zip, key.replace("training-audit.local", "other.local")).code)
                .isEqualTo(1);

        Path open = estate.path("open");
        estate.audit("bundle", "--out", open.toString());
        assertThat(byHand(script, open, key).code).isZero();
        for (String file : List.of("reports/verdicts.csv", "checkpoint", newest(open), "run")) {
            Path damaged = first(open, file);
            byte[] bytes = Files.readAllBytes(damaged);
            byte[] bad = bytes.clone();
            bad[bad.length / 2] ^= 1;
            Files.write(damaged, bad);
            Said said = byHand(script, open, key);
            assertThat(said.code).as(file + ": " + said.text).isEqualTo(1);
            Files.write(damaged, bytes);
        }
    }

    private static String newest(Path bundle) throws IOException {
        return "tile/entries/000.p/"
                + Files.readAllLines(bundle.resolve("checkpoint")).get(1);
    }

    private static Path first(Path folder, String prefix) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> folder.relativize(path).toString().startsWith(prefix))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private record Said(int code, String text) {}

    private static Said byHand(Path script, Path bundle, String key) throws Exception {
        Process process = new ProcessBuilder("bash", script.toString(), bundle.toString(), key)
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), text);
    }

    private static Command trail(Estate estate, String command, String... more) {
        String[] usual = estate.arguments(command, more);
        return Command.audit(Stream.concat(Stream.of("trail"), Stream.of(usual)).toArray(String[]::new));
    }

    private static Command verify(Estate estate, String place, String key) {
        return Command.audit("verify", estate.path(place).toString(), "--key", key);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
