package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drills of docs/operating.md: each is done by the test that it names, and what no other test does is done here. */
class DrillsTest {

    private static final Pattern DRILL = Pattern.compile("`(?<type>[a-z.]*[A-Z]\\w*Test)?(?:#(?<method>\\w+))?`");

    @TempDir
    Path folder;

    @Test
    void namesForEachDrillATestThatIsThere() throws IOException {
        String guide = Files.readString(Path.of("docs/operating.md"));
        String table = guide.substring(guide.indexOf("| what is lost |"), guide.indexOf("The soak run"));
        List<String> rows =
                table.lines().skip(2).filter(row -> row.startsWith("|")).toList();
        assertThat(rows).hasSizeGreaterThan(8);
        for (String row : rows) {
            String tests = row.substring(row.lastIndexOf('|', row.length() - 2));
            assertThat(tests).contains("Test");
            String type = "";
            Matcher named = DRILL.matcher(tests);
            while (named.find()) {
                type = named.group("type") == null ? type : named.group("type");
                String source = source(type);
                if (named.group("method") != null) {
                    assertThat(source).as(row).contains("void " + named.group("method") + "(");
                }
            }
        }
    }

    private static String source(String type) throws IOException {
        String file = "src/test/java/org/trainingaudit/" + type.replace('.', '/') + ".java";
        for (String module : List.of("audit-jobs", "audit-core")) {
            Path source = Path.of(module, file);
            if (Files.exists(source)) {
                return Files.readString(source);
            }
        }
        throw new AssertionError("no test " + type);
    }

    @Test
    void takesTheConfigurationBackFromItsSnapshot() throws Exception {
        Estate estate = Estate.small(folder.resolve("estate"));
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        estate.write("config/sources.yaml", "sources: [\n");
        assertThat(estate.audit("check").code()).isEqualTo(2);

        Path before = folder.resolve("config-before");
        unzip(snapshot(estate), before);
        Command check = Command.audit("check", "--config", before.toString());
        assertThat(check.code()).as(check.err()).isZero();
        Command again = Command.audit(
                "run",
                "--config",
                before.toString(),
                "--data",
                estate.path("var").toString());
        assertThat(again.code()).as(again.err()).isEqualTo(1);
        try (Stream<Path> snapshots = Files.list(estate.path("var/trail/config"))) {
            assertThat(snapshots).as("the same configuration, by its hash").hasSize(1);
        }
    }

    private static Path snapshot(Estate estate) throws IOException {
        try (Stream<Path> snapshots = Files.list(estate.path("var/trail/config"))) {
            return snapshots.findFirst().orElseThrow();
        }
    }

    private static void unzip(Path zip, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, entries.readAllBytes());
            }
        }
    }
}
