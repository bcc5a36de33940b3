package org.trainingaudit.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trainingaudit.detection.Detectors;
import org.trainingaudit.detection.Span;
import org.trainingaudit.detection.TooComplexException;
import org.trainingaudit.operate.ExitCode;
import org.trainingaudit.setup.ConfigurationParts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code audit detect}: personal data in texts, with their places. */
@Command(
        name = "detect",
        description = {
            "Find personal data in texts.",
            "Reads JSON Lines {\"id\",\"text\"}, prints {\"id\",\"spans\":[{\"start\",\"end\",\"category\",\"detector\","
                    + "\"confidence\"}]} for each; offsets count Unicode code points.",
            "With --text each line is a text of its own, whose id is its number.",
            "A chat or a prompt, {\"id\",\"messages\":[{\"role\",\"content\"}]} or {\"id\",\"prompt\",\"completion\"}, is read"
                    + " text by text; each span then has the \"path\" of its text too, as a JSON Pointer."
        },
        mixinStandardHelpOptions = true)
final class DetectCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double THOUSAND = 1000;

    @Mixin
    private PlacesOptions options;

    /** Taken and checked by picocli; there's nothing to ask it. */
    @SuppressWarnings("UnusedVariable")
    @Mixin
    private JsonLinesOption format;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A file, or - for standard input (the default).")
    private Optional<String> file = Optional.empty();

    @Option(names = "--text", description = "Read plain text, line by line, instead of JSON Lines.")
    private boolean plain;

    private boolean refused;

    @Override
    public Integer call() {
        Detectors detectors = ConfigurationParts.of(options.places()).detectors();
        if (!detectors.blind().isEmpty()) {
            spec.commandLine().getErr().println("WARN: " + detectors.blindness());
        }
        String name = file.orElse("-");
        try (BufferedReader lines = open(name)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    answer(detectors, line, name, number);
                }
            }
        } catch (NoSuchFileException e) {
            throw new WrongUse("no such file '" + name + "'");
        } catch (CharacterCodingException e) {
            throw new WrongUse(name + ": not valid UTF-8");
        } catch (IOException e) {
            throw new WrongUse("'" + name + "' can't be read: " + e.getMessage());
        }
        spec.commandLine().getOut().flush();
        return refused ? ExitCode.WRONG_USE : ExitCode.DONE;
    }

    private static BufferedReader open(String name) throws IOException {
        return name.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(name), StandardCharsets.UTF_8);
    }

    private static JsonNode text(String line, int number) {
        return JSON.createObjectNode().put("id", number).put("text", line);
    }

    private void answer(Detectors detectors, String line, String name, int number) {
        String place = name + ":" + number;
        try {
            JsonNode question = plain ? text(line, number) : JSON.readTree(line);
            List<Passages.Passage> passages = Passages.of(question);
            if (passages.isEmpty()) {
                refuse(place + ": expected an object with a text 'text', or a chat with 'messages' or a 'prompt'");
                return;
            }
            ObjectNode answer = JSON.createObjectNode();
            answer.set("id", question.path("id"));
            ArrayNode spans = answer.putArray("spans");
            for (Passages.Passage passage : passages) {
                detectors.find(passage.text()).forEach(span -> spans.add(json(span, passage)));
            }
            spec.commandLine().getOut().println(answer);
        } catch (JacksonException e) {
            refuse(place + ": not JSON; with --text each line is read as plain text");
        } catch (TooComplexException e) {
            refuse(place + ": " + e.getMessage());
        }
    }

    private void refuse(String message) {
        refused = true;
        spec.commandLine().getErr().println("ERROR: " + message);
    }

    private static ObjectNode json(Span span, Passages.Passage passage) {
        ObjectNode json = JSON.createObjectNode();
        passage.path().ifPresent(path -> json.put("path", path));
        return json.put("start", span.start())
                .put("end", span.end())
                .put("category", span.category())
                .put("detector", span.detector())
                .put("confidence", Math.round(span.confidence() * THOUSAND) / THOUSAND);
    }
}
