package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.setup.Places;

/** 500 values of invented people, planted in whole and in broken rows: after a night none of them is anywhere but there. */
class CanaryTest {

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private static final int CANARIES = 500;
    private static final int MOST_PAGES = 80;

    private final Random random = new Random(20261122);
    private final TreeSet<String> canaries = new TreeSet<>();
    private final Needles needles = new Needles();

    @TempDir
    Path folder;

    @Test
    void findsNoPlantedValueOutsideTheDatasets() throws IOException, SQLException {
        Estate estate = Estate.small(folder);
        plant(estate);
        Set<Path> before = temporaryFiles();
        Command run = estate.audit("run");
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(3);
        Path bundle = folder.resolve("bundle.zip");
        assertThat(estate.audit("bundle", "--out", bundle.toString()).code()).isZero();
        assertThat(canaries).hasSize(CANARIES);

        List<String> hits = new ArrayList<>();
        search("what was printed", (run.out() + run.err()).getBytes(StandardCharsets.UTF_8), hits);
        search(bundle, hits);
        try (Stream<Path> files = Files.walk(estate.path("var"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                search(file, hits);
            }
        }
        Set<Path> after = temporaryFiles();
        after.removeAll(before);
        for (Path file : after) {
            search(file, hits);
        }
        searchDatabase(estate, hits);
        searchPages(estate, hits);
        assertThat(hits).isEmpty();
    }

    /** The search itself must find what is there. */
    @Test
    void findsAValueWhereThereIsOne() throws IOException {
        canary("x-canary-#@example.com");
        String canary = canaries.first();
        List<String> hits = new ArrayList<>();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("inner"));
            out.write(("a," + canary).getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        search("zip", zip.toByteArray(), hits);
        search("utf-16", canary.getBytes(StandardCharsets.UTF_16LE), hits);

        assertThat(hits).hasSize(2);
    }

    private String canary(String form) {
        String canary = form.replace("#", Long.toString(1_000_000 + random.nextLong(8_000_000)));
        if (canaries.add(canary)) {
            CHARSETS.forEach(charset -> needles.add(canary.getBytes(charset), canary + " as " + charset));
            byte[] inHex = HexFormat.of()
                    .formatHex(canary.getBytes(StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            needles.add(inHex, canary + " as bytes");
        }
        return canary;
    }

    private void plant(Estate estate) {
        StringBuilder people = new StringBuilder("patient_id,氏名,email,病名,電話番号\n");
        for (int i = 0; i < 80; i++) {
            people.append(i + ",山田カナリア" + i + "," + canary("canary.#@example.com") + ",糖尿病 " + canary("症例カナリア#") + ","
                    + canary("0903#1") + "\n");
        }
        estate.write("data/people.csv", people.toString());
        StringBuilder ragged = new StringBuilder("name,email\n");
        for (int i = 0; i < 100; i++) {
            ragged.append(canary("Ann Canary#") + "," + canary("ann.#@example.org")
                    + (i % 2 == 0 ? ",one too many" : "") + "\n");
        }
        estate.write("data/ragged.csv", ragged.toString());
        estate.write("data/unclosed.csv", "id,note\n1,\"never closed " + canary("open.#@example.net"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("id,note\n".getBytes(StandardCharsets.UTF_8));
        while (canaries.size() < CANARIES) {
            bytes.writeBytes(("1,reach " + canary("byte.#@example.com")).getBytes(StandardCharsets.UTF_8));
            // not UTF-8
            bytes.write(0xff);
            bytes.write('\n');
        }
        estate.write("data/bytes.csv", bytes.toByteArray());
        estate.sources("patients", "prices", "broken", "people", "ragged", "unclosed", "bytes", "absent");
    }

    private static Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(Files::isRegularFile)
                    .filter(Files::isReadable)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private void search(Path file, List<String> hits) throws IOException {
        search(file.toString(), Files.readAllBytes(file), hits);
    }

    private void search(String where, byte[] bytes, List<String> hits) throws IOException {
        needles.in(bytes).forEach(told -> hits.add(told + " in " + where));
        if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K') {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    search(where + "!" + entry.getName(), zip.readAllBytes(), hits);
                }
            }
        } else if (bytes.length > 4 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                search(where + "!", gzip.readAllBytes(), hits);
            }
        }
    }

    /** Every page and answer that an auditor gets to from the first page and the lists. */
    private void searchPages(Estate estate, List<String> hits) throws IOException {
        Pattern link = Pattern.compile("href=\"(/[^\"#]*)");
        Set<String> seen = new TreeSet<>();
        Deque<String> left = new ArrayDeque<>(List.of("/"));
        try (Served served = Served.of(estate)) {
            Served.Person auditor = served.person("auditor-1");
            while (!left.isEmpty() && seen.size() < MOST_PAGES) {
                String page = left.remove();
                if (!page.endsWith(".css") && !page.contains("lang=") && seen.add(page)) {
                    String text = auditor.get(page).body();
                    search("page " + page, text.getBytes(StandardCharsets.UTF_8), hits);
                    Matcher links = link.matcher(text);
                    while (links.find()) {
                        left.add(links.group(1).replace("&amp;", "&"));
                    }
                }
            }
            for (String list : List.of("runs", "uses", "datasets", "findings", "waivers", "regimes")) {
                String text = served.get("auditor-1", "/api/v1/" + list).body();
                search("answer " + list, text.getBytes(StandardCharsets.UTF_8), hits);
            }
        }
        assertThat(seen)
                .hasSizeGreaterThan(20)
                .anySatisfy(page -> assertThat(page).contains("/dataset?id=own/people"));
    }

    /** Every table as a script, so that nothing is hidden by how the file is laid out. */
    private void searchDatabase(Estate estate, List<String> hits) throws SQLException, IOException {
        StringBuilder script = new StringBuilder();
        Path database = new Places(estate.path("config"), estate.path("var")).database();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + database.toAbsolutePath() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                        "audit",
                        "");
                ResultSet lines = connection.createStatement().executeQuery("script")) {
            while (lines.next()) {
                script.append(lines.getString(1)).append('\n');
            }
        }
        assertThat(script).contains("nightly_run").contains("batch_step_execution");
        search("the database", script.toString().getBytes(StandardCharsets.UTF_8), hits);
    }
}
