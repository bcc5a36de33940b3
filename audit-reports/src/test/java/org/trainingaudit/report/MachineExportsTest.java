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

    @Test
    void areSarif() throws IOException {
        Schema schema = schema(SpecificationVersion.DRAFT_7, "/schema/sarif-schema-2.1.0.json");
        String document = text("findings.sarif.json");

        assertThat(faults(schema, document)).isEmpty();
        assertThat(faults(schema, document.replace("\"level\" : \"error\"", "\"level\" : \"severe\"")))
                .as("faults of a level that SARIF doesn't know")
                .isNotEmpty();
    }

    @Test
    void areOscalAssessmentResults() throws IOException {
        Schema schema = schema(SpecificationVersion.DRAFT_7, "schema/oscal-ar_schema.json");
        String document = text("oscal-assessment-results.json");

        assertThat(faults(schema, document)).isEmpty();
        assertThat(faults(schema, document.replace("\"uuid\"", "\"id\"")))
                .as("faults of a document without ids")
                .isNotEmpty();
    }

    @Test
    void areDataPackages() throws IOException {
        Schema schema = schema(SpecificationVersion.DRAFT_2020_12, "schema/datapackage.schema.json");
        String document = text("datapackage.json");

        assertThat(faults(schema, document)).isEmpty();
        assertThat(faults(schema, document.replace("\"type\" : \"string\"", "\"type\" : \"text\"")))
                .as("faults of a type that data packages don't know")
                .isNotEmpty();
    }

    @Test
    void areCsvwDescriptions() throws IOException {
        Schema schema = schema(SpecificationVersion.DRAFT_2020_12, "schema/csvw.schema.json");

        for (Report<?> report : Reports.TABLES) {
            String document = text(report.file() + "-metadata.json");
            assertThat(faults(schema, document)).as(report.file()).isEmpty();
            assertThat(faults(schema, document.replace("\"datatype\" : \"string\"", "\"datatype\" : \"text\"")))
                    .as("faults of a datatype that CSVW doesn't know, in " + report.file())
                    .isNotEmpty();
        }
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
