package org.trainingaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingaudit.csv.CsvReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Exports for machines, held against the schemas and vocabularies of those who made the formats. */
class MachineExportsTest {

    private static final List<String> PREFIXES = List.of("dpv", "pd", "eu-gdpr", "legal-jp");

    @TempDir
    private static Path folder;

    private static Path night = Path.of("");

    @BeforeAll
    static void write() throws IOException {
        night = folder.resolve("night");
        Reports.write(
                TrailFixture.texts(), "nightly/2026-11-21", TrailFixture.snapshots(), new ReportSettings(false), night);
    }

    /** Each document is what its schema asks for; with one thing made wrong, the schema says so. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
                    findings.sarif.json           | DRAFT_7       | /schema/sarif-schema-2.1.0.json | "level" : "error" | "level" : "severe"
                    oscal-assessment-results.json | DRAFT_7       | schema/oscal-ar_schema.json     | "uuid"            | "id"
                    datapackage.json              | DRAFT_2020_12 | schema/datapackage.schema.json  | "type" : "string" | "type" : "text"
                    """)
    void holdTheirSchema(String file, SpecificationVersion version, String resource, String right, String wrong)
            throws IOException {
        assertHolds(schema(version, resource), file, right, wrong);
    }

    @Test
    void areCsvwDescriptions() throws IOException {
        Schema schema = schema(SpecificationVersion.DRAFT_2020_12, "schema/csvw.schema.json");
        for (Report<?> report : Reports.TABLES) {
            assertHolds(
                    schema, report.file() + "-metadata.json", "\"datatype\" : \"string\"", "\"datatype\" : \"text\"");
        }
    }

    private static void assertHolds(Schema schema, String file, String right, String wrong) throws IOException {
        String document = text(file);
        assertThat(faults(schema, document)).as(file).isEmpty();
        assertThat(document).contains(right);
        assertThat(faults(schema, document.replace(right, wrong)))
                .as("faults of " + wrong + " in " + file)
                .isNotEmpty();
    }

    @Test
    void useTermsThatTheVocabularyHas() throws IOException {
        Set<String> known = new HashSet<>();
        for (String prefix : PREFIXES) {
            List<List<String>> terms = CsvReader.read(bytes("schema/dpv/" + prefix + ".csv"));
            int term = terms.get(0).indexOf("term");
            terms.subList(1, terms.size()).forEach(line -> known.add(prefix + ":" + line.get(term)));
        }
        Set<String> used = Pattern.compile("\"((?:dpv|pd|eu-gdpr|legal-jp):[^\"]+)\"")
                .matcher(text("uses.dpv.jsonld"))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(used).isNotEmpty().isSubsetOf(known);
    }

    private static List<String> faults(Schema schema, String document) {
        return schema.validate(document, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schema(SpecificationVersion version, String resource) throws IOException {
        String text = new String(bytes(resource), StandardCharsets.UTF_8);
        return SchemaRegistry.withDefaultDialect(version).getSchema(mended(text), InputFormat.JSON);
    }

    /**
     * OSCAL's schema has ids that repeat a definition's own place, and three members {@code id} of a schema that mean nothing;
     * both lead the validator astray.
     */
    private static String mended(String schema) {
        JsonNode tree = JsonMapper.shared().readTree(schema);
        tree.path("definitions").forEach(definition -> ((ObjectNode) definition).remove("$id"));
        dropIds(tree);
        return tree.toString();
    }

    private static void dropIds(JsonNode node) {
        if (node.path("id") instanceof ObjectNode inner && inner.path("id").isObject()) {
            inner.remove("id");
        }
        node.forEach(MachineExportsTest::dropIds);
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = MachineExportsTest.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, () -> "no resource " + resource).readAllBytes();
        }
    }

    private static String text(String file) throws IOException {
        return Files.readString(night.resolve(file));
    }
}
