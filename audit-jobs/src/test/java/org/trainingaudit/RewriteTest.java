package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.hash.Sha256;

/** Same trail, same bytes: a past run's reports, written again by somebody without the database. */
class RewriteTest {

    private final Path folder;
    private final Estate estate;
    private Path first = Path.of("");

    RewriteTest(@TempDir Path folder) {
        this.folder = folder;
        this.estate = Estate.small(folder);
    }

    @BeforeEach
    void runTwiceWithAWaiverInBetween() throws IOException {
        assertThat(estate.audit("run").code()).isEqualTo(1);
        try (Stream<Path> runs = Files.list(estate.path("var/reports"))) {
            first = runs.findFirst().orElseThrow();
        }
        estate.audit(
                "waiver",
                "request",
                "--use",
                "u1",
                "--by",
                "dpo-1",
                "--reason",
                "ticket 1",
                "--until",
                LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(9).toString());
        Files.writeString(estate.path("config/application.yaml"), "audit: {report: {excel: true}}\n");
        assertThat(estate.audit("run").code()).isEqualTo(1);
    }

    @Test
    void givesThemFromTheTrail() throws IOException {
        Command again = Command.audit(
                "report", "--from", estate.path("var/trail").toString(), "--run", run(first), "--out", out());

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("byte for byte");
        assertThat(hashes(Path.of(out()))).isNotEmpty().isEqualTo(hashes(first));
    }

    @Test
    void givesThemFromAZipAlone() throws IOException {
        Path zip = folder.resolve("bundle.zip");
        estate.audit("bundle", "--out", zip.toString());
        Path newest;
        try (Stream<Path> runs = Files.list(estate.path("var/reports"))) {
            newest = runs.filter(path -> !path.equals(first)).findFirst().orElseThrow();
        }

        Command again = Command.audit("report", "--from", zip.toString(), "--out", out());

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(hashes(Path.of(out()))).isNotEmpty().isEqualTo(hashes(newest));
        assertThat(Files.readString(Path.of(out()).resolve("verdicts.csv"))).startsWith("\uFEFF");
    }

    @Test
    void refusesWhatIsNoTrailOrHasNoSuchRun() {
        Command nowhere = Command.audit("report", "--from", folder.toString(), "--out", out());
        Command unknown = Command.audit(
                "report", "--from", estate.path("var/trail").toString(), "--run", "nightly/2020-01-01", "--out", out());

        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("has no checkpoint");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("'nightly/2020-01-01' has no reports here");
        assertThat(Path.of(out())).doesNotExist();
    }

    private String out() {
        return folder.resolve("again").toString();
    }

    private static String run(Path reports) {
        return reports.getFileName().toString().replace('_', '/');
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                hashes.put(file.getFileName().toString(), Sha256.hex(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }
}
