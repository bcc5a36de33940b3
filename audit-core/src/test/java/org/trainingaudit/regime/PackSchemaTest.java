package org.trainingaudit.regime;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.FactCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas beside the packs are those that the parser's own model gives, and say of packs what the parser says as far as
 * form goes. With {@code -Dgolden.accept=true} the shipped ones are written anew.
 */
class PackSchemaTest {

    private static final Path CONFIG = Path.of("..", "config");
    private static final Path SHIPPED = CONFIG.resolve("regimes/schema");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static Map<String, String> generated = Map.of();

    @BeforeAll
    static void generate() {
        generated = schemas(ConfigFiles.read(CONFIG, new Faults()));
    }

    private static Map<String, String> schemas(ConfigFiles files) {
        Faults faults = new Faults();
        Taxonomy taxonomy = Taxonomy.load(files, faults);
        return PackSchema.files(FactCatalogue.load(files, taxonomy, faults), taxonomy);
    }

    @Test
    void isShippedAsItIsGenerated() throws IOException {
        for (Map.Entry<String, String> schema : generated.entrySet()) {
            Path file = SHIPPED.resolve(schema.getKey());
            if (Boolean.getBoolean("golden.accept")) {
                Files.createDirectories(SHIPPED);
                Files.writeString(file, schema.getValue());
            }
            assertThat(Files.readString(file))
                    .as("run './audit check --schema config/regimes/schema'")
                    .isEqualTo(schema.getValue());
        }
    }

    @TestFactory
    Stream<DynamicTest> takesEveryShippedFile() throws IOException {
        Schema regime = schema(PackSchema.REGIME, generated);
        Schema cases = schema(PackSchema.CASES, generated);
        try (Stream<Path> files = Files.list(CONFIG.resolve("regimes"))) {
            return files.map(Path::toString).filter(PackSchemaTest::isPackOrCases).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file,
                            () -> assertThat(errors(file.endsWith(".cases.yaml") ? cases : regime, Path.of(file)))
                                    .isEmpty()));
        }
    }

    private static boolean isPackOrCases(String file) {
        return file.endsWith(".yaml") && !file.endsWith("countries.yaml") && !file.endsWith("sources.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-key",
                "missing-key",
                "wrong-type",
                "wrong-shape",
                "wrong-constant",
                "rules-are-no-list",
                "unknown-fact"
            })
    void refusesWhatIsWrongInForm(String fault) {
        Path folder = Packs.folder("faults");
        Faults faults = new Faults();
        ConfigFiles base = ConfigFiles.of(
                ConfigFile.of("taxonomy.yaml", text(Packs.folder("base").resolve("taxonomy.yaml"))),
                ConfigFile.of("facts.yaml", text(Packs.folder("base").resolve("facts.yaml"))));
        assertThat(faults.text()).isEmpty();
        Schema schema = schema(PackSchema.REGIME, schemas(base));
        assertThat(errors(schema, folder.resolve(fault).resolve("a.yaml"))).isNotEmpty();
    }

    @Test
    void offersCategoriesFactsAndQuestions() {
        JsonNode defs =
                JSON.readTree(generated.getOrDefault(PackSchema.REGIME, "")).path("$defs");
        assertThat(defs.path("Category").path("enum").toString()).contains("\"health.medical_history\"");
        JsonNode asked = defs.path("Condition").path("anyOf").path(1).path("properties");
        assertThat(asked.path("distinctSubjects").toString())
                .contains("\"atLeast\"")
                .doesNotContain("\"has\"");
        assertThat(asked.path("categories").path("properties").propertyNames())
                .contains("has", "anyOf", "allOf", "under", "stated");
        assertThat(asked.propertyNames()).contains("all", "any", "not", "passes");
        assertThat(defs.path("RuleKind").isMissingNode()).isTrue();
        assertThat(defs.path("RulePart")
                        .path("properties")
                        .path("kind")
                        .path("enum")
                        .toString())
                .isEqualTo("[\"duty\",\"prohibition\",\"exemption\",\"watch\"]");
    }

    private static Schema schema(String name, Map<String, String> from) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(from.getOrDefault(name, "{}"), InputFormat.JSON);
    }

    private static List<String> errors(Schema schema, Path file) {
        Faults faults = new Faults();
        Node tree = ConfigFile.of(file.toString(), text(file))
                .parse(faults)
                .orElseThrow(() -> new AssertionError(faults.text()));
        return schema.validate(json(tree)).stream().map(Object::toString).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The tree as an editor sees it, by YAML's core schema. */
    private static JsonNode json(Node node) {
        if (node instanceof Node.Fields map) {
            ObjectNode object = JSON.createObjectNode();
            map.fields().forEach(field -> object.set(field.name(), json(field.value())));
            return object;
        }
        if (node instanceof Node.Items list) {
            ArrayNode array = JSON.createArrayNode();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        return json((Node.Scalar) node);
    }

    private static JsonNode json(Node.Scalar scalar) {
        if (scalar.isNull()) {
            return JSON.nullNode();
        }
        boolean plain = !scalar.quoted();
        if (plain && (scalar.text().equals("true") || scalar.text().equals("false"))) {
            return JSON.readTree(scalar.text());
        }
        return plain && scalar.text().matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?")
                ? JSON.readTree(scalar.text())
                : JSON.valueToTree(scalar.text());
    }
}
