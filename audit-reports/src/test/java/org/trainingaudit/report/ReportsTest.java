package org.trainingaudit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.csv.CsvReader;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.trail.Entry;

class ReportsTest {

    private static final String NIGHT = "nightly/2026-11-21";
    private static final String TRIAL = "trial/2026-11-20/1";

    private final Path folder;

    ReportsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void writesTheNightAsExpected() throws IOException {
        for (Map.Entry<String, byte[]> file : files(write(NIGHT, false)).entrySet()) {
            Golden.check("night/" + file.getKey(), file.getValue());
        }
    }

    @Test
    void writesTheTrialAsExpected() throws IOException {
        Path written = write(TRIAL, false);

        for (String file : List.of("coverage.csv", "register.csv", "verdicts.csv", "summary.html")) {
            Golden.check("trial/" + file, Files.readAllBytes(written.resolve(file)));
        }
    }

    @Test
    void writesTheFirstNightAsExpected() throws IOException {
        Path written = write("nightly/2026-11-19", upTo("nightly/2026-11-19"));

        Golden.check("first/summary.html", Files.readAllBytes(written.resolve("summary.html")));
    }

    @Test
    void writesForExcelWithMarkAndCrlf() throws IOException {
        byte[] plain = Files.readAllBytes(write(NIGHT, false).resolve("coverage.csv"));
        byte[] excel = Files.readAllBytes(write(NIGHT, true).resolve("coverage.csv"));

        String text = new String(excel, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFrow_id,run").endsWith("\r\n");
        assertThat(CsvReader.read(excel)).isEqualTo(CsvReader.read(plain));
    }

    @Test
    void writesTheSameBytesFromTheSameTrail() throws IOException {
        Path first = write(NIGHT, false);
        Path second = write(NIGHT, false);

        assertThat(first).isNotEqualTo(second);
        assertThat(hashes(first)).isEqualTo(hashes(second));
    }

    @Test
    void writesTheSameBytesWithoutRoomInMemory() throws IOException {
        Path target = folder.resolve("small/run");
        Scratch scratch = new Scratch(folder.resolve("small"), 300);
        try (Reports reports = Reports.of(TrailFixture.texts(), NIGHT, TrailFixture.snapshots(), scratch)) {
            reports.publish(new ReportSettings(false), target);
            assertThat(openBelow(folder.resolve("small"))).isEmpty();
        }

        assertThat(hashes(target)).isEqualTo(hashes(write(NIGHT, false)));
        assertThat(folder.resolve("small").toFile().list()).containsExactly("run");
    }

    /** The files of a folder that this process has open, where the system says so. */
    private static List<Path> openBelow(Path folder) throws IOException {
        Path own = Path.of("/proc/self/fd");
        List<Path> open = new ArrayList<>();
        if (Files.isDirectory(own)) {
            try (Stream<Path> files = Files.list(own)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    open.add(Files.readSymbolicLink(file));
                }
            }
        }
        return open.stream()
                .filter(file -> file.startsWith(folder.toAbsolutePath()))
                .toList();
    }

    @Test
    void listsEveryPublishedFileWithItsHashAndRows() throws IOException {
        Path target = folder.resolve("run");
        List<PublishedReport> published =
                Reports.write(TrailFixture.texts(), NIGHT, TrailFixture.snapshots(), new ReportSettings(false), target);

        Map<String, String> hashes = new TreeMap<>();
        published.forEach(report -> hashes.put(report.name(), report.sha256()));
        assertThat(hashes).isEqualTo(hashes(target));
        assertThat(published)
                .filteredOn(report -> report.name().equals("coverage.csv"))
                .extracting(PublishedReport::rows)
                .containsExactly(8L);
        assertThat(published)
                .allSatisfy(report -> assertThat(report.bytes()).isEqualTo(Files.size(target.resolve(report.name()))));
    }

    @Test
    void keepsTrialsOutOfOtherRuns() throws IOException {
        List<Entry> withoutTrial = TrailFixture.entries().stream()
                .filter(entry -> !entry.run().equals(TRIAL))
                .toList();

        assertThat(hashes(write(NIGHT, withoutTrial))).isEqualTo(hashes(write(NIGHT, false)));
    }

    @Test
    void saysNothingOfTimesAndPlacesInTheTrail() throws IOException {
        List<Entry> moved = new ArrayList<>();
        for (Entry entry : TrailFixture.entries()) {
            moved.add(new Entry(
                    entry.seq() + 1000,
                    "2027-01-01T00:00:00.000Z",
                    entry.kind(),
                    entry.run(),
                    entry.id(),
                    entry.body()));
        }

        assertThat(hashes(write(NIGHT, moved))).isEqualTo(hashes(write(NIGHT, false)));
    }

    @Test
    void givesHostileNamesBackExactly() throws IOException {
        List<List<String>> lines =
                CsvReader.read(Files.readAllBytes(write(NIGHT, false).resolve("inventory.csv")));

        assertThat(lines)
                .extracting(line -> line.get(7))
                .contains("=HYPERLINK(\"http://evil.example\",\"x\")", "two\nlines, \"quoted\"; 'and' \u202etxt");
    }

    @Test
    void refusesToReportRowsThatDoNotAddUp() {
        List<Entry> entries = TrailFixture.entries().stream()
                .map(entry -> entry.run().equals(NIGHT) && entry.kind().equals("totals")
                        ? new Entry(
                                entry.seq(),
                                entry.ts(),
                                entry.kind(),
                                entry.run(),
                                entry.id(),
                                entry.body().deepCopy().put("classified", 5))
                        : entry)
                .toList();
        assertThatThrownBy(() -> write(NIGHT, entries))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("don't add up: 9 read, but 5 classified, 1 rejected and 0 filtered");
    }

    @Test
    void refusesARunThatTheEntriesDoNotOpen() {
        assertThatThrownBy(
                        () -> Reports.of(TrailFixture.texts(), "nightly/2026-12-24", TrailFixture.snapshots(), folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("run 'nightly/2026-12-24' has no run_open in these entries");
    }

    @Test
    void refusesAConfigurationThatIsNotTheOneNamed() throws IOException {
        List<Entry> entries = TrailFixture.entries();
        String named = TrailFixture.configuration().sha256();
        Files.write(folder.resolve(named + ".zip"), new byte[] {1, 2, 3});

        assertThatThrownBy(
                        () -> Reports.of(TrailFixture.texts(entries), NIGHT, ConfigSnapshots.ofFolder(folder), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it isn't the one that the run names");
    }

    @Test
    void readsTheConfigurationFromItsZip() throws IOException {
        Files.write(
                folder.resolve(TrailFixture.configuration().sha256() + ".zip"),
                TrailFixture.configuration().zip());

        try (Reports fromZip = Reports.of(TrailFixture.texts(), NIGHT, ConfigSnapshots.ofFolder(folder), folder);
                Reports direct = Reports.of(TrailFixture.texts(), NIGHT, TrailFixture.snapshots(), folder)) {
            assertThat(fromZip.summary()).isEqualTo(direct.summary());
        }
    }

    @Test
    void sumsUpTheNightForTheCommandLine() throws IOException {
        try (Reports reports = Reports.of(TrailFixture.texts(), NIGHT, TrailFixture.snapshots(), folder)) {
            Golden.check(
                    "night/summary.txt", SummaryTable.text(reports.summary()).getBytes(StandardCharsets.UTF_8));
            assertThat(reports.summary().complete()).isFalse();
        }
    }

    private Path write(String run, boolean excel) throws IOException {
        return write(run, excel, TrailFixture.entries());
    }

    private Path write(String run, List<Entry> entries) throws IOException {
        return write(run, false, entries);
    }

    private Path write(String run, boolean excel, List<Entry> entries) throws IOException {
        Path target = Files.createTempDirectory(folder, "reports").resolve("run");
        Reports.write(TrailFixture.texts(entries), run, TrailFixture.snapshots(), new ReportSettings(excel), target);
        return target;
    }

    private static List<Entry> upTo(String run) {
        List<Entry> entries = TrailFixture.entries();
        int last = 0;
        for (int i = 0; i < entries.size(); i++) {
            last = entries.get(i).run().equals(run) ? i : last;
        }
        return entries.subList(0, last + 1);
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        files(folder).forEach((name, bytes) -> hashes.put(name, Sha256.hex(bytes)));
        return hashes;
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }
}
