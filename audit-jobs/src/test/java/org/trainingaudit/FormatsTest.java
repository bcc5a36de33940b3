package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import house.Glossary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What scripts get who ask for JSON: nothing but JSON on standard output. HelpTest holds that each command takes the option. */
class FormatsTest {

    private static final Glossary GLOSSARY = Glossary.read();

    @TempDir
    Path folder;

    @Test
    void areJsonWhereThatIsAskedFor() throws IOException {
        Estate estate = Estate.small(folder);
        String register = estate.path("data/register.csv").toString();
        String texts = Files.writeString(
                        folder.resolve("texts.jsonl"), "{\"id\":1,\"text\":\"mail ann@example.com\"}\n")
                .toString();
        String bundle = folder.resolve("evidence.zip").toString();
        assertThat(json(estate, "check").get(0).path("sound").asBoolean()).isTrue();
        assertThat(json(estate, "run").get(0).path("state").asString()).isEqualTo("complete");
        assertThat(json(estate, "jobs", "list").get(0).path("state").asString()).isEqualTo("complete");
        assertThat(status(estate).path("size").asLong()).isPositive();
        assertThat(json(estate, "report", "list")).isNotEmpty();
        assertThat(json(estate, "collect", register)).hasSize(1);
        assertThat(json(estate, "detect", texts).get(0).path("spans")).hasSize(1);
        assertThat(json(estate, "judge", register).get(0).path("verdict").asString())
                .isNotEmpty();
        assertThat(json(estate, "scan", register)).hasSize(1);
        JsonNode written = json(estate, "bundle", "--out", bundle).get(0);
        assertThat(written.path("bundle").asString()).isEqualTo(bundle);
        JsonNode verified = parsed(Command.audit(
                        "verify", bundle, "--key", written.path("vkey").asString(), "--format", "json"))
                .get(0);
        assertThat(verified).isNotEmpty();
        JsonNode again = parsed(Command.audit(
                        "report",
                        "--from",
                        bundle,
                        "--out",
                        folder.resolve("again").toString(),
                        "--format",
                        "json"))
                .get(0);
        assertThat(again.path("equal").asLong())
                .isPositive()
                .isEqualTo(again.path("files").asLong());
        assertThat(parsed(Command.audit("completion", "--format", "json"))).hasSize(1);
        Command report = estate.audit("report", "get", "manual/2026-11-21/1", "coverage.csv", "--format", "json");
        assertThat(report.code()).isEqualTo(2);
        assertThat(report.err()).contains("byte for byte");
        Command csv = estate.audit("check", "--format", "csv");
        assertThat(csv.code()).isEqualTo(2);
        assertThat(csv.err()).contains("expected one of [TABLE, JSON]");
    }

    /** Where everything is belongs behind the name of what the trail is to do. */
    private static JsonNode status(Estate estate) {
        return parsed(Command.audit(
                        "trail",
                        "status",
                        "--format",
                        "json",
                        "--config",
                        estate.path("config").toString(),
                        "--data",
                        estate.path("var").toString()))
                .get(0);
    }

    private static List<JsonNode> json(Estate estate, String command, String... more) {
        String[] asked = Arrays.copyOf(more, more.length + 2);
        asked[more.length] = "--format";
        asked[more.length + 1] = "json";
        return parsed(estate.audit(command, asked));
    }

    /** The documents on standard output, one a line, or one over all lines; a list that is one document counts by its items. */
    private static List<JsonNode> parsed(Command command) {
        assertThat(command.code()).as(command.out() + command.err()).isIn(0, 1);
        List<JsonNode> documents = new ArrayList<>();
        try (var values = JsonMapper.shared().readerFor(JsonNode.class).<JsonNode>readValues(command.out())) {
            while (values.hasNext()) {
                JsonNode each = values.next();
                if (each.isArray()) {
                    each.forEach(documents::add);
                } else {
                    documents.add(each);
                }
            }
        }
        documents.forEach(FormatsTest::assertWords);
        return documents;
    }

    /** A field is called as the same thing is called everywhere. */
    private static void assertWords(JsonNode document) {
        document.forEach(FormatsTest::assertWords);
        assertThat(document.propertyNames())
                .allSatisfy(
                        field -> assertThat(GLOSSARY.faults(field)).as(field).isEmpty());
    }
}
