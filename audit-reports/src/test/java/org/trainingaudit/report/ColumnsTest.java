package org.trainingaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingaudit.csv.CsvColumn;
import org.trainingaudit.csv.CsvList;
import org.trainingaudit.csv.CsvReader;
import org.trainingaudit.csv.CsvSchema;
import org.trainingaudit.csv.CsvType;
import org.trainingaudit.hash.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Columns are a promise to whoever reads the files by a program. */
class ColumnsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path PROMISED = Path.of("src/test/resources/org/trainingaudit/report/columns.txt");

    @TempDir
    Path folder;

    /** Whoever changes a column raises the report's version, and only then accepts the new list. */
    @Test
    void changeOnlyWithANewVersion() throws IOException {
        Map<String, String> promised = new TreeMap<>();
        for (String line : Files.exists(PROMISED) ? Files.readAllLines(PROMISED) : List.<String>of()) {
            promised.put(line.substring(0, line.indexOf(':')), line);
        }
        Map<String, String> actual = new TreeMap<>();
        for (Report<?> report : Reports.TABLES) {
            CsvSchema schema = report.schema();
            String key = schema.name() + " " + schema.version();
            actual.put(key, key + ": " + String.join(" ", columns(schema)));
        }
        if ("accept".equals(System.getProperty("audit.golden"))) {
            actual.forEach(promised::putIfAbsent);
            Files.write(PROMISED, promised.values());
        }
        assertThat(promised)
                .as("a report's columns changed without a new version, or the new version isn't accepted yet")
                .containsAllEntriesOf(actual);
    }

    private static List<String> columns(CsvSchema schema) {
        return schema.columns().stream()
                .map(column -> column.name() + ":" + column.type() + (column.required() ? "" : "?"))
                .toList();
    }

    @Test
    void haveHeadingsInBothLanguages() {
        for (Report<?> report : Reports.TABLES) {
            for (CsvColumn column : report.schema().columns()) {
                assertThat(column.headings())
                        .as(report.file() + " " + column.name())
                        .containsOnlyKeys("en", "ja");
                assertThat(column.headings().values()).noneMatch(String::isBlank);
                assertThat(column.description()).isNotBlank();
            }
        }
    }

    /** Validates as CSVW and the data package ask: headers, types, required cells, primary key, bytes and hash. */
    @Test
    void areWhatTheDescriptionsSay() throws IOException {
        for (boolean excel : List.of(false, true)) {
            Path written = folder.resolve("excel-" + excel);
            Reports.write(
                    TrailFixture.texts(),
                    "nightly/2026-11-21",
                    TrailFixture.snapshots(),
                    new ReportSettings(excel),
                    written);
            JsonNode datapackage = JSON.readTree(Files.readAllBytes(written.resolve("datapackage.json")));
            assertThat(datapackage.path("resources")).hasSize(Reports.TABLES.size());
            for (JsonNode resource : datapackage.path("resources")) {
                byte[] csv =
                        Files.readAllBytes(written.resolve(resource.path("path").asString()));
                assertThat(resource.path("hash").asString()).isEqualTo("sha256:" + Sha256.hex(csv));
                assertThat(resource.path("bytes").asInt()).isEqualTo(csv.length);
                JsonNode csvw = JSON.readTree(
                        Files.readAllBytes(written.resolve(resource.path("path").asString() + "-metadata.json")));
                check(csv, csvw, resource);
            }
        }
    }

    private static void check(byte[] csv, JsonNode csvw, JsonNode resource) throws IOException {
        String file = csvw.path("url").asString();
        String lineEnd = csvw.path("dialect").path("lineTerminators").get(0).asString();
        assertThat(new String(csv, StandardCharsets.UTF_8)).as(file).endsWith(lineEnd);
        List<List<String>> lines = CsvReader.read(csv);
        List<JsonNode> columns = new ArrayList<>();
        csvw.path("tableSchema").path("columns").forEach(columns::add);
        assertThat(columns).hasSameSizeAs(lines.get(0));
        assertThat(resource.path("schema").path("fields")).hasSameSizeAs(columns);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            JsonNode column = columns.get(i);
            String name = column.path("name").asString();
            assertThat(lines.get(0).get(i))
                    .isEqualTo(name)
                    .isEqualTo(column.path("titles").path("und").asString());
            assertThat(resource.path("schema")
                            .path("fields")
                            .get(i)
                            .path("name")
                            .asString())
                    .isEqualTo(name);
            for (List<String> line : lines.subList(1, lines.size())) {
                checkCell(file + " " + name, line.get(i), column);
            }
        }
        for (List<String> line : lines.subList(1, lines.size())) {
            keys.add(line.get(0));
        }
        assertThat(csvw.path("tableSchema").path("primaryKey").get(0).asString())
                .isEqualTo("row_id");
        assertThat(keys).as(file).doesNotHaveDuplicates().isSortedAccordingTo(Key::compareAsUtf8);
    }

    private static void checkCell(String where, String cell, JsonNode column) {
        if (column.path("required").booleanValue()) {
            assertThat(cell).as(where).isNotEmpty();
        }
        CsvType type = switch (column.path("datatype").asString()) {
            case "date" -> CsvType.DATE;
            case "integer" -> CsvType.INTEGER;
            case "decimal" -> CsvType.DECIMAL;
            case "boolean" -> CsvType.BOOLEAN;
            default -> column.has("separator") ? CsvType.LIST : CsvType.STRING;
        };
        assertThat(cell.isEmpty() || type.fits(cell))
                .as(where + ": '" + cell + "'")
                .isTrue();
        if (type == CsvType.LIST) {
            assertThat(CsvList.join(CsvReader.texts(cell))).as(where).isEqualTo(cell);
        }
    }
}
