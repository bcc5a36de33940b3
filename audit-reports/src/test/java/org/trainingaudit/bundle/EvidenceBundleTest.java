package org.trainingaudit.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.report.ConfigSnapshots;
import org.trainingaudit.report.PublishedReport;
import org.trainingaudit.report.ReportSettings;
import org.trainingaudit.report.Reports;
import org.trainingaudit.trail.TrailReader;
import org.trainingaudit.zip.UntrustedZip;

class EvidenceBundleTest {

    private static final String FIRST = "nightly/2026-11-20";
    private static final String SECOND = "nightly/2026-11-21";

    private final ConfigFiles configuration = ConfigFiles.of(ConfigFile.of("taxonomy.yaml", "categories: {}"));
    private final Path folder;
    private final Path trail;
    private final Path reports;
    private LogFolder log = new LogFolder(Path.of(""));

    EvidenceBundleTest(@TempDir Path folder) {
        this.folder = folder;
        this.trail = folder.resolve("trail");
        this.reports = folder.resolve("reports");
    }

    /** Two nights, each with its opening, its reports and their entries. */
    @BeforeEach
    void publishTwoNights() throws IOException {
        log = new LogFolder(trail);
        log.add("log_open", "", Map.of("format", "audit-trail/1"));
        for (String run : List.of(FIRST, SECOND)) {
            log.add("run_open", run, opened(run));
            log.publish();
            for (PublishedReport report : Reports.write(
                    TrailReader.of(trail).texts(size()),
                    run,
                    ConfigSnapshots.of(configuration),
                    new ReportSettings(false),
                    reports.resolve(Reports.folderName(run)))) {
                log.add(
                        "report",
                        run,
                        Map.of(
                                "name",
                                report.name(),
                                "sha256",
                                report.sha256(),
                                "bytes",
                                report.bytes(),
                                "rows",
                                report.rows()));
            }
        }
        log.publish();
        log.write("config/" + configuration.sha256() + ".zip", configuration.zip());
        log.write("tile/0/.unfinished", new byte[1]);
        log.write("checkpoint.tmp", new byte[1]);
        log.write("notes-of-the-operator.txt", new byte[1]);
    }

    private Map<String, Object> opened(String run) {
        String day = run.substring(run.indexOf('/') + 1);
        return Map.of(
                "business_date", day, "as_of", day, "config_sha256", configuration.sha256(), "regimes", List.of());
    }

    @Test
    void holdsTheLogTheReportsTheConfigurationAndTheProofs() throws IOException {
        bundle(Optional.empty()).writeFolder(folder.resolve("bundle"));

        List<String> published = names(reports.resolve(Reports.folderName(SECOND)));
        long size = size();
        List<String> names = names(folder.resolve("bundle"));
        assertThat(names)
                .contains(
                        "MANIFEST.sha256",
                        "checkpoint",
                        String.format("checkpoints/%020d", size),
                        "config/" + configuration.sha256() + ".zip",
                        "keys",
                        "run",
                        "tile/0/000.p/" + size,
                        "tile/entries/000.p/" + size,
                        "reports/verdicts.csv",
                        "reports/summary.ja.html",
                        proof(size - 1 - published.size()),
                        proof(size - 1))
                .doesNotContain("checkpoint.tmp", "tile/0/.unfinished", "notes-of-the-operator.txt");
        assertThat(names)
                .filteredOn(name -> name.startsWith("reports/"))
                .containsExactlyElementsOf(
                        published.stream().map(name -> "reports/" + name).toList());
        assertThat(names)
                .filteredOn(name -> name.startsWith("proofs/"))
                .as("of each report, and of the run's opening")
                .hasSize(published.size() + 1);
        assertThat(folder.resolve("bundle/run")).hasContent(SECOND);
    }

    private long size() {
        return TrailReader.of(trail).checkpoint().checkpoint().size();
    }

    private static String proof(long index) {
        return String.format("proofs/%020d.tlog-proof", index);
    }

    @Test
    void isOfTheRunThatIsAskedFor() throws IOException {
        EvidenceBundle bundle = bundle(Optional.of(FIRST));
        bundle.writeFolder(folder.resolve("bundle"));

        assertThat(bundle.run()).isEqualTo(FIRST);
        assertThat(folder.resolve("bundle/run")).hasContent(FIRST);
        assertThat(folder.resolve("bundle/reports/summary.html")).content().contains(FIRST);
    }

    @Test
    void provesEachReportUnderTheCheckpoint() throws IOException {
        bundle(Optional.empty()).writeFolder(folder.resolve("bundle"));

        long index = size() - 2;
        Path proof = folder.resolve("bundle/" + proof(index));
        assertThat(proof).isRegularFile();
        assertThat(Files.readString(proof))
                .startsWith("c2sp.org/tlog-proof@v1\nindex " + index + "\n")
                .endsWith("\n\n" + Files.readString(trail.resolve("checkpoint")));
    }

    @Test
    void isTheSameBytesEachTime() throws IOException {
        bundle(Optional.empty()).writeZip(folder.resolve("one.zip"));
        bundle(Optional.empty()).writeZip(folder.resolve("two.zip"));

        assertThat(folder.resolve("one.zip")).hasSameBinaryContentAs(folder.resolve("two.zip"));
        try (UntrustedZip zip = UntrustedZip.open(folder.resolve("one.zip"))) {
            zip.unpack(folder.resolve("unpacked"));
        }
        bundle(Optional.empty()).writeFolder(folder.resolve("bundle"));
        assertThat(names(folder.resolve("unpacked"))).isEqualTo(names(folder.resolve("bundle")));
    }

    @Test
    void refusesReportsThatAreNotThoseOfTheTrail() throws IOException {
        Path run = reports.resolve(Reports.folderName(SECOND));
        Files.writeString(run.resolve("verdicts.csv"), "changed");
        Files.delete(run.resolve("coverage.csv"));

        assertThatThrownBy(() -> bundle(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("coverage.csv is missing, verdicts.csv has another SHA-256");
    }

    @Test
    void leavesOutAFileThatTheTrailDoesNotName() throws IOException {
        Files.writeString(reports.resolve(Reports.folderName(SECOND)).resolve("extra.csv"), "extra");

        bundle(Optional.empty()).writeFolder(folder.resolve("bundle"));

        assertThat(names(folder.resolve("bundle"))).doesNotContain("reports/extra.csv");
    }

    @Test
    void refusesARunWithoutReports() {
        assertThatThrownBy(() -> bundle(Optional.of("nightly/2026-12-24")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the published log names no report of run 'nightly/2026-12-24'; its run isn't finished,"
                        + " or there was none");
    }

    @Test
    void refusesWithoutTheConfigurationOfTheRun() throws IOException {
        Files.delete(trail.resolve("config/" + configuration.sha256() + ".zip"));

        assertThatThrownBy(() -> bundle(Optional.empty()))
                .hasMessageContaining("the configuration that the run names is missing");
    }

    /** The program that serves goes on sealing while an auditor takes a bundle away. */
    @Test
    void holdsTheLogAsItStoodWhenItWasGathered() throws IOException {
        long size = size();
        String later = "checkpoints/%020d".formatted(size + 1);
        log.write(later, Files.readAllBytes(trail.resolve("checkpoint")));
        EvidenceBundle bundle = bundle(Optional.empty());
        log.add("run_open", "nightly/2026-11-22", opened("nightly/2026-11-22")).publish();

        bundle.writeFolder(folder.resolve("bundle"));

        assertThat(TrailReader.of(folder.resolve("bundle"))
                        .checkpoint()
                        .checkpoint()
                        .size())
                .isEqualTo(size);
        assertThat(names(folder.resolve("bundle"))).doesNotContain(later);
    }

    /** What can't be read says nothing; the newest run isn't meant by it. */
    @Test
    void isRewrittenForNoOtherRunThanItsOwn() throws IOException {
        bundle(Optional.of(FIRST)).writeFolder(folder.resolve("bundle"));
        Files.write(folder.resolve("bundle/run"), new byte[] {(byte) 0xff});

        try (EvidenceFolder evidence = EvidenceFolder.open(folder.resolve("bundle"))) {
            assertThatThrownBy(() -> evidence.rewrite(Optional.empty(), folder.resolve("again")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the bundle's own run");
        }
    }

    private EvidenceBundle bundle(Optional<String> run) throws IOException {
        return EvidenceBundle.of(trail, reports, run);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
