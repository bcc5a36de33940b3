package org.trainingaudit.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.trail.VerifyReport.Problem;

class TrailVerifierTest {

    private static final String OPEN_RUN = "\"job\":\"nightly\"";

    private final Path folder;

    TrailVerifierTest(@TempDir Path temp) {
        this.folder = temp.resolve("log");
    }

    private CraftedLog log() {
        return new CraftedLog(folder);
    }

    private CraftedLog opened() {
        return log().open().add("run_open", "r", OPEN_RUN);
    }

    @Test
    void verifiesThePublishedLog() {
        VerifyReport report = log().samples().publish(CraftedLog.KEY).verify();
        assertThat(report.text()).endsWith("\nverified\n");
        assertThat(report.exitCode()).isZero();
        assertThat(report.size()).isEqualTo(8);
        assertThat(report.root()).isEqualTo(Vectors.ALL.path("roots_hex").get(8).stringValue());
        assertThat(report.checked()).isEqualTo(8);
        assertThat(report.withheld()).isZero();
        assertThat(report.signedBy()).containsExactly(Vectors.ORIGIN + "+4353c854");
        assertThat(report.freshness()).startsWith("not proven");
        assertThat(report.notes()).containsExactly("no reports are here, so none was compared");
    }

    @Test
    void verifiesTheWitnessOfThePublishedCheckpoint() {
        log().samples()
                .publish(CraftedLog.KEY)
                .put(
                        "checkpoint",
                        Vectors.bytes(Vectors.ALL.path("checkpoint_8_cosigned").stringValue()));
        VerifyReport checked =
                TrailVerifier.verify(folder, VerifyOptions.with(Vectors.key("log"), Vectors.key("witness")));
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.text()).contains("2026-11-21T18:01:00Z witness.example.com/w1\n");
        VerifyReport claimed = log().verify();
        assertThat(claimed.exitCode()).isZero();
        assertThat(claimed.text()).contains("witness.example.com/w1 (claimed; its key was not given)");
    }

    @Test
    void demandsTheWitnessesOfThePolicy() throws IOException {
        CraftedLog log = log().samples().publish(CraftedLog.KEY);
        Path policy = folder.resolveSibling("policy");
        Files.writeString(
                policy,
                "# mine\nlog " + Vectors.key("log") + "\nwitness w1 " + Vectors.key("witness")
                        + "\ngroup g all w1\nquorum g\n");
        VerifyOptions options = VerifyOptions.with().policy(policy);
        assertThat(TrailVerifier.verify(folder, options).exitCode()).isEqualTo(2);
        log.put(
                "checkpoint",
                Vectors.bytes(Vectors.ALL.path("checkpoint_8_cosigned").stringValue()));
        assertThat(TrailVerifier.verify(folder, options).text()).endsWith("\nverified\n");
        VerifierKey twin = Vectors.key("witness").named("witness.example.com/twin");
        Files.writeString(
                policy,
                "log " + Vectors.key("log") + "\nwitness w1 " + Vectors.key("witness") + "\nwitness w2 " + twin
                        + "\ngroup g all w1 w2\nquorum g\n");
        assertThat(TrailVerifier.verify(folder, options).text())
                .as("one key counts once, whatever it is called")
                .contains("policy line 3")
                .endsWith("\nwrong use\n");
        Files.writeString(policy, "quorum w1\n");
        VerifyReport wrong = TrailVerifier.verify(folder, options);
        assertThat(wrong.exitCode()).isEqualTo(3);
        assertThat(wrong.text()).contains("policy line 1");
    }

    @Test
    void verifiesThePublishedProofOfOneEntry() throws IOException {
        Path proof = folder.resolveSibling("3.tlog-proof");
        Files.writeString(proof, Vectors.ALL.path("tlog_proof_3_of_8").stringValue());
        VerifyOptions options = VerifyOptions.with(Vectors.key("log"), Vectors.key("witness"));
        assertThat(TrailVerifier.verify(proof, options).exitCode()).isEqualTo(2);
        Path entry = folder.resolveSibling("entry");
        Files.write(entry, Vectors.entries().get(3));
        assertThat(TrailVerifier.verify(proof, options.entry(entry)).text()).endsWith("\nverified\n");
        assertThat(TrailVerifier.verify(proof, VerifyOptions.with().entry(entry))
                        .exitCode())
                .isEqualTo(5);
        assertThat(TrailVerifier.verify(
                                proof,
                                VerifyOptions.with(Vectors.key("log_rotated")).entry(entry))
                        .exitCode())
                .isEqualTo(1);
        Files.write(entry, Vectors.entries().get(4));
        assertThat(TrailVerifier.verify(proof, options.entry(entry)).exitCode()).isEqualTo(1);
    }

    @Test
    void verifiesTheProofsOfABundle() {
        CraftedLog log = log().samples()
                .publish(CraftedLog.KEY)
                .put(
                        "consistency",
                        Vectors.bytes(Vectors.ALL.path("consistency_5_to_8").stringValue()))
                .put(
                        "proofs/00000000000000000003.tlog-proof",
                        Vectors.bytes(Vectors.ALL.path("tlog_proof_3_of_8").stringValue()));
        assertThat(log.verify().text()).endsWith("\nverified\n");
        Path alone = folder.resolve("proofs/00000000000000000003.tlog-proof");
        VerifyOptions options = VerifyOptions.with(Vectors.key("log"));
        VerifyReport found = TrailVerifier.verify(alone, options);
        assertThat(found.text()).as("its entry lies beside it").endsWith("\nverified\n");
        assertThat(found.checked()).isEqualTo(1);
        log.put(
                "proofs/00000000000000000003.tlog-proof",
                Vectors.bytes(
                        Vectors.ALL.path("tlog_proof_3_of_8").stringValue().replace("pWu4", "pWu5")));
        assertThat(TrailVerifier.verify(alone, options).exitCode()).isEqualTo(1);
        log.put(
                "consistency",
                Vectors.bytes(
                        Vectors.ALL.path("consistency_5_to_8").stringValue().replace("c8vl", "c8vm")));
        expectInvalid(log.verify(), "proofs/00000000000000000003.tlog-proof", "consistency");
    }

    /** A proof about what the log doesn't have proves nothing, and isn't passed over for that. */
    @Test
    void refusesProofsFromBeyondTheLog() {
        CraftedLog log = log().samples()
                .publish(CraftedLog.KEY)
                .put(
                        "consistency",
                        Vectors.bytes(Vectors.ALL
                                .path("consistency_5_to_8")
                                .stringValue()
                                .replaceFirst("old 5", "old 9")))
                .put(
                        "proofs/00000000000000000008.tlog-proof",
                        Vectors.bytes(Vectors.ALL
                                .path("tlog_proof_3_of_8")
                                .stringValue()
                                .replaceFirst("index 3", "index 8")));
        expectInvalid(log.verify(), "consistency", "proofs/00000000000000000008.tlog-proof");
        assertThat(log.verify().problems()).allMatch(problem -> problem.result() == VerifyReport.Result.INVALID);
    }

    @Test
    void saysUnauthenticatedAndNeverVerifiedWithoutAKey() {
        log().samples().publish(CraftedLog.KEY);
        VerifyReport report = TrailVerifier.verify(folder, VerifyOptions.with());
        assertThat(report.exitCode()).isEqualTo(5);
        assertThat(report.text()).endsWith("\nunauthenticated\n").doesNotContain("verified");
        assertThat(report.fields().toString()).doesNotContain("verified");
    }

    @Test
    void comparesReportsWithTheirEntries() throws IOException {
        byte[] content = Vectors.bytes("use,verdict\n");
        CraftedLog log = opened().add(
                        "report",
                        "r",
                        "\"bytes\":12,\"name\":\"verdicts.csv\",\"rows\":0,\"sha256\":\""
                                + Hash.of(content).hex() + "\"")
                .publish(CraftedLog.KEY)
                .put("run", Vectors.bytes("r\n"));
        assertThat(log.verify().exitCode()).isEqualTo(2);
        log.put("reports/verdicts.csv", content);
        assertThat(log.verify().text()).endsWith("\nverified\n");
        log.put("reports/more.html", content);
        expectInvalid(log.verify(), "reports/more.html");
        Files.delete(folder.resolve("reports/more.html"));
        log.put("reports/verdicts.csv", Vectors.bytes("use,verdict\nx"));
        expectInvalid(log.verify(), "reports/verdicts.csv");
        log.put("run", Vectors.bytes("other\n"));
        assertThat(log.verify().problems()).extracting(Problem::place).contains("run");
    }

    /** Each of two auditors could be given another file, and both would find theirs named. */
    @Test
    void refusesTwoStatementsOfOneReport() {
        CraftedLog log = opened();
        for (String content : List.of("use,verdict\n", "use,verdict\nx,compliant\n")) {
            log.add("report", "r", "\"name\":\"verdicts.csv\",\"sha256\":\"" + sha256(content) + "\"");
        }
        log.publish(CraftedLog.KEY);
        expectInvalid(log.verify(), "seq 3");
    }

    private static String sha256(String content) {
        return Hash.of(Vectors.bytes(content)).hex();
    }

    /** Reports of several runs, or some of one, look like all of one where nobody says of which they are. */
    @Test
    void saysWhatIsMissingWhereNobodySaysOfWhichRunReportsAre() {
        String content = "use,verdict\n";
        CraftedLog log = opened().add("report", "r", "\"name\":\"verdicts.csv\",\"sha256\":\"" + sha256(content) + "\"")
                .publish(CraftedLog.KEY)
                .put("reports/verdicts.csv", Vectors.bytes(content));
        VerifyReport report = log.verify();
        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.problems()).extracting(Problem::place).containsExactly("run");
        log.put("run", Vectors.bytes("r\n"));
        assertThat(log.verify().text()).contains("1 report of run 'r' compared with its entry");
    }

    @Test
    void comparesTheManifestAndTheConfiguration() {
        byte[] zip = Vectors.bytes("a zip");
        CraftedLog log = log().open()
                .add("run_open", "r", "\"config_sha256\":\"" + Hash.of(zip).hex() + "\"")
                .publish(CraftedLog.KEY)
                .put("config/" + Hash.of(zip).hex() + ".zip", zip);
        assertThat(log.verify().text()).endsWith("\nverified\n");
        StringBuilder manifest = new StringBuilder();
        try (FolderFiles source = new FolderFiles(folder)) {
            for (String path : source.paths()) {
                manifest.append(Hash.of(source.read(path, 100_000).orElseThrow())
                                .hex())
                        .append("  ")
                        .append(path)
                        .append('\n');
            }
        }
        String lines = manifest.toString();
        for (String broken : List.of(
                lines.replace("\n", "\r\n"),
                lines.strip(),
                lines + "0".repeat(1_000_000) + "\n",
                lines + "\n",
                lines + lines)) {
            expectInvalid(log.put("MANIFEST.sha256", Vectors.bytes(broken)).verify(), "MANIFEST.sha256");
        }
        log.put("MANIFEST.sha256", Vectors.bytes(lines));
        assertThat(log.verify().text()).endsWith("\nverified\n");
        log.put("extra", zip);
        expectInvalid(log.verify(), "extra");
        log.put("config/" + Hash.of(zip).hex() + ".zip", Vectors.bytes("other"));
        assertThat(log.verify().problems())
                .extracting(Problem::place)
                .contains("config/" + Hash.of(zip).hex() + ".zip");
    }

    @Test
    void refusesAnOlderCheckpointBesideANewerSignedOne() throws IOException {
        CraftedLog log = opened().publish(CraftedLog.KEY);
        byte[] older = Files.readAllBytes(folder.resolve("checkpoint"));
        log.add("heartbeat", "", "").publish(CraftedLog.KEY).put("checkpoint", older);
        VerifyReport report = log.verify();
        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.text()).contains("the log was larger once");
    }

    @Test
    void tellsWrongUseFromWrongLogs() throws IOException {
        assertThat(TrailVerifier.verify(folder.resolveSibling("nowhere"), VerifyOptions.with())
                        .exitCode())
                .isEqualTo(3);
        Path text = folder.resolveSibling("text");
        Files.writeString(text, "no log");
        assertThat(TrailVerifier.verify(text, VerifyOptions.with()).exitCode()).isEqualTo(3);
        log().samples().publish(CraftedLog.KEY);
        assertThat(TrailVerifier.verify(
                                folder, VerifyOptions.with(Vectors.key("log")).since(text))
                        .exitCode())
                .isEqualTo(3);
        assertThat(TrailVerifier.verify(
                                folder,
                                new VerifyOptions(List.of(), Optional.empty(), Optional.of(text), Optional.empty()))
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void staysCalmBeforeASizeBeyondAllBounds() {
        Checkpoint huge = new Checkpoint(Vectors.ORIGIN, Long.MAX_VALUE, Hash.OF_NOTHING);
        CraftedLog log = log().samples()
                .publish(CraftedLog.KEY)
                .put("checkpoint", CraftedLog.signed(huge, CraftedLog.KEY).bytes());
        assertThat(log.verify().exitCode()).isEqualTo(2);
    }

    @Test
    void refusesLinksInAFolder() throws IOException {
        CraftedLog log = log().samples().publish(CraftedLog.KEY);
        Files.createSymbolicLink(folder.resolve("policy"), Path.of("/etc/hostname"));
        assertThat(log.verify().exitCode()).isEqualTo(1);
        assertThat(log.verify().text()).contains("'policy' is a link");
    }

    /** The auditor's own way to a log may lead over a link; what lies in the log may not be one. */
    @Test
    void verifiesALogToWhichALinkLeads() throws IOException {
        log().samples().publish(CraftedLog.KEY);
        Path link = folder.resolveSibling("link");
        Files.createSymbolicLink(link, folder);
        VerifyReport report = TrailVerifier.verify(link, VerifyOptions.with(Vectors.key("log")));
        assertThat(report.text()).endsWith("\nverified\n");
    }

    @Test
    void saysOfTheLogAndNotOfItsUseThatAFileIsTooLarge() {
        CraftedLog log = opened().publish(CraftedLog.KEY)
                .put("keys", new byte[SignedNote.LARGEST + 1])
                .put("run", new byte[4097])
                .put("tile/entries/000.p/1", new byte[PublishedTiles.LARGEST_BUNDLE + 1]);
        expectInvalid(log.verify(), "keys", "run", "tile/entries/000.p/1");
    }

    /** A file far out, and a size that nobody signed, would have the verifier walk for years. */
    @Test
    void walksNoFurtherThanItsFilesCanReach() {
        Checkpoint huge = new Checkpoint(Vectors.ORIGIN, Long.MAX_VALUE, Hash.OF_NOTHING);
        CraftedLog log = log().samples()
                .publish(CraftedLog.KEY)
                .put("checkpoint", CraftedLog.signed(huge, CraftedLog.NEW_KEY).bytes())
                .put("tile/0/x900/x000/x000/x000/000", new byte[32]);
        VerifyReport report = assertTimeoutPreemptively(Duration.ofSeconds(20), log::verify);
        assertThat(report.exitCode()).isNotZero();
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
