package org.trainingaudit.detection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.trainingaudit.dataset.DatasetReader;
import org.trainingaudit.dataset.Limits;
import org.trainingaudit.dataset.RowVisitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder of labelled data: {@code labels.csv}, the tables it names, {@code column_names.jsonl} and {@code strings/*.jsonl}. */
record LabelledData(Path folder) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What a column is said to be. */
    record Label(String file, String column, String category, String score, String evidence) {}

    /** The labels of each file. */
    Map<String, List<Label>> labels() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Map<String, List<Label>> labels = new TreeMap<>();
        try (CSVParser parser = CSVParser.parse(folder.resolve("labels.csv"), StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : parser) {
                Label label = new Label(
                        row.get("file"),
                        row.get("column"),
                        LabelKeys.ofLabel(row.get("category")),
                        row.get("score"),
                        row.get("evidence"));
                labels.computeIfAbsent(label.file, key -> new ArrayList<>()).add(label);
            }
        }
        return labels;
    }

    /** Reads a table as a scan does. */
    void read(String file, RowVisitor visitor) {
        DatasetReader.read(folder.resolve(file), Limits.DEFAULT, visitor);
    }

    /** The records of a file of JSON Lines; none where the folder doesn't have it. */
    List<JsonNode> lines(String file) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            return List.of();
        }
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            if (!line.isBlank()) {
                nodes.add(JSON.readTree(line));
            }
        }
        return nodes;
    }
}
