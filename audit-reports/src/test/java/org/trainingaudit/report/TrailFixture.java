package org.trainingaudit.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.trail.EntryText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entries written by hand in {@code nights.jsonl}, one a line, and the configuration that their runs name. */
final class TrailFixture {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TrailFixture() {}

    static ConfigFiles configuration() {
        return ConfigFiles.of(
                file("taxonomy.yaml"),
                file("sources.yaml"),
                file("regimes/cn-pipl.yaml"),
                file("regimes/eu-gdpr.yaml"),
                file("regimes/jp-appi.yaml"),
                file("regimes/jp-appi.cases.yaml"),
                file("regimes/jp-appi-2026.yaml"),
                file("regimes/uk-gdpr.yaml"));
    }

    private static ConfigFile file(String name) {
        return ConfigFile.of(name, resource("config/" + name));
    }

    static ConfigSnapshots snapshots() {
        return ConfigSnapshots.of(configuration());
    }

    static List<Entry> entries() {
        return entries(resource("nights.jsonl"));
    }

    /** The same entries as a reader gives them to reports. */
    static List<EntryText> texts(List<Entry> entries) {
        return entries.stream().map(EntryText::of).toList();
    }

    static List<EntryText> texts() {
        return texts(entries());
    }

    /** One entry for each line; {@code @config} stands for the hash of the configuration. */
    static List<Entry> entries(String lines) {
        List<Entry> entries = new ArrayList<>();
        String config = configuration().sha256();
        lines.lines()
                .forEach(line -> entries.add(entry(entries.size(), JSON.readTree(line.replace("@config", config)))));
        return entries;
    }

    private static Entry entry(int seq, JsonNode line) {
        String ts = String.format("2026-11-21T00:00:%02d.000Z", seq % 60);
        String id = Sha256.hex(line.toString().getBytes(StandardCharsets.UTF_8));
        return new Entry(
                seq, ts, line.get("kind").stringValue(), line.get("run").stringValue(), id, (ObjectNode)
                        line.get("body"));
    }

    static String resource(String name) {
        try (InputStream in = TrailFixture.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
