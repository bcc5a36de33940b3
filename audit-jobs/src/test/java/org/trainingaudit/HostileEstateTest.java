package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night over all that the author of a dataset may try: each is told apart, none stops another, none is called clean. */
class HostileEstateTest {

    private static final String NAME = "=cmd|' /C calc'!A0,\"new\nline\",../../x,a@example.com";

    @TempDir
    static Path folder;

    private static Command run = new Command(-1, "", "");

    @BeforeAll
    static void audit() throws IOException {
        run = estate().audit("run");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(content);
        }
        return bytes.toByteArray();
    }

    private static Estate estate() throws IOException {
        Estate estate = Estate.small(folder);
        estate.write(
                "config/application.yaml",
                "audit: {nightly: {partitions: 2}, dataset: {max-row-bytes: 65536, max-unpacked-bytes: 1000000}}\n");
        estate.write("config/detectors/own.yaml", """
                detectors:
                  - id: greedy
                    category: government_id
                    example: s1
                    patterns: [{regex: '(?:s|ss)+[0-9]', alone: 50, labelled: 90}]
                """);
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.writeBytes(("氏名,住所\n" + "佐藤花子,東京都港区\n".repeat(300)).getBytes(StandardCharsets.UTF_8));
        mixed.writeBytes("鈴木一郎,大阪市北区\n".repeat(100).getBytes(Charset.forName("windows-31j")));
        estate.write("data/mixed.csv", mixed.toByteArray());
        estate.write("data/quote.csv", "id,note\n1,a\n2,b\n3,c\n4,d\n5,\"open\n6,f\n");
        estate.write("data/line.csv", "id,note\n1,a\n2," + "x".repeat(200_000) + "\n3,c\n");
        estate.write("data/columns.csv", "a,".repeat(20_000) + "z\n");
        estate.write("data/bomb.csv", gzip("1,2\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)));
        estate.write("data/twice.csv", gzip(gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))));
        estate.write("data/names.csv", NAME + "\n1,2,3,ann.lee@example.org\n");
        estate.write("data/greedy.csv", "id,note\n1,fine\n2," + "s".repeat(60_000) + "x s1 000000\n");
        estate.sources("prices", "mixed", "quote", "line", "columns", "bomb", "twice", "names", "greedy");
        return estate;
    }

    private static String report(String name) throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("var/reports"))) {
            return Files.readString(runs.findFirst().orElseThrow().resolve(name));
        }
    }

    @Test
    void isAuditedToItsEnd() throws IOException {
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        List<List<String>> coverage = Csv.lines(report("coverage.csv"));
        assertThat(coverage.stream().skip(1).map(line -> shown(coverage.get(0), line)))
                .containsExactly(
                        "own/bomb not scanned over-limit complete=false",
                        "own/columns not scanned over-limit complete=false",
                        "own/greedy read 2 = 1 + 1 + 0 complete=false",
                        "own/line read 3 = 2 + 1 + 0 complete=false",
                        "own/mixed not scanned over-limit complete=false",
                        "own/names read 1 = 1 + 0 + 0 complete=true",
                        "own/prices read 2 = 2 + 0 + 0 complete=true",
                        "own/quote read 6 = 5 + 1 + 0 complete=false",
                        "own/twice not scanned refused complete=false");
        assertThat(run.err())
                .contains("100 of 400 rows rejected", "it seems to mix encodings")
                .contains("at most 16384 columns are read")
                .contains("max-unpacked-bytes")
                .doesNotContain("鈴木", "ann.lee");
        assertThat(rejects("own_quote.csv")).contains("5,6,quote");
        assertThat(rejects("own_greedy.csv")).contains("too-complex");
    }

    @Test
    void writesHostileNamesWhereTheyDoNoHarm() throws IOException {
        List<List<String>> inventory = Csv.lines(report("inventory.csv"));
        int column = inventory.get(0).indexOf("column");
        assertThat(inventory.stream().filter(line -> line.contains("own/names")).map(line -> line.get(column)))
                .as("one that names a person is withheld")
                .isNotEmpty()
                .allMatch(name -> name.startsWith("sha256:") || NAME.contains(name));
        assertThat(run.out() + run.err() + report("summary.html")).doesNotContain("calc", "a@example.com");
        assertThat(folder.resolve("x")).doesNotExist();
        try (Stream<Path> files = Files.walk(folder.resolve("var"))) {
            assertThat(files.map(Path::toString)).noneMatch(path -> path.contains("calc") || path.contains(".."));
        }
    }

    private static String shown(List<String> header, List<String> line) {
        String dataset = line.get(header.indexOf("dataset"));
        String complete = " complete=" + line.get(header.indexOf("complete"));
        if (!line.get(header.indexOf("status")).equals("read")) {
            return dataset + " " + line.get(header.indexOf("status")) + " " + line.get(header.indexOf("reason"))
                    + complete;
        }
        return String.format(
                Locale.ROOT,
                "%s read %s = %s + %s + %s%s",
                dataset,
                line.get(header.indexOf("rows_read")),
                line.get(header.indexOf("classified")),
                line.get(header.indexOf("rejected")),
                line.get(header.indexOf("filtered")),
                complete);
    }

    private static String rejects(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("var/rejects"))) {
            return Files.readString(
                    files.filter(file -> file.getFileName().toString().equals(name))
                            .findFirst()
                            .orElseThrow());
        }
    }

    /** A table that names a test that isn't there promises what nobody holds. */
    @Test
    void isHeldByTheTestsThatTheGuideNames() throws IOException {
        String guide = Files.readString(Path.of("docs/datasets.md"));
        Matcher named = Pattern.compile("`([A-Z]\\w+Test)(?:#(\\w+))?`")
                .matcher(guide.substring(guide.indexOf("## What is tried against the reader")));
        int count = 0;
        while (named.find()) {
            String source = source(named.group(1));
            if (named.group(2) != null) {
                assertThat(source).as(named.group(1)).contains("void " + named.group(2) + "(");
            }
            count++;
        }
        assertThat(count).isGreaterThan(20);
    }

    private static String source(String test) throws IOException {
        for (String module : List.of("audit-core", "audit-reports", "audit-jobs")) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src/test/java"))) {
                List<Path> found = files.filter(
                                file -> file.getFileName().toString().equals(test + ".java"))
                        .toList();
                if (!found.isEmpty()) {
                    return Files.readString(found.get(0));
                }
            }
        }
        throw new AssertionError("docs/datasets.md names " + test + ", and there is no such test");
    }
}
