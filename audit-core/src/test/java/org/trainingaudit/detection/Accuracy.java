package org.trainingaudit.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.trainingaudit.dataset.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores the shipped detectors on a folder of labelled data and prints precision, recall and F1 for each category. The
 * folder has {@code labels.csv}, {@code column_names.jsonl} and {@code strings/*.jsonl}; a second argument makes it tell
 * each miss.
 */
final class Accuracy {

    private static final Set<String> WHOLE = Set.of("contact.email", "contact.phone", "contact.address");
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final boolean telling;
    private final PrintStream out;

    private Accuracy(Path folder, boolean telling, PrintStream out) {
        this.folder = folder;
        this.telling = telling;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Accuracy accuracy = new Accuracy(Path.of(arguments[0]), arguments.length > 1, out);
        accuracy.columns();
        accuracy.names();
        accuracy.strings();
    }

    /** Right, wrongly found and missed, by category. */
    private final class Score {
        private final String title;
        private final Map<String, int[]> counts = new TreeMap<>();
        private int nothings;
        private int wrongNothings;

        Score(String title) {
            this.title = title;
        }

        private int[] of(String category) {
            return counts.computeIfAbsent(category, key -> new int[3]);
        }

        void one(String where, Set<String> expected, Optional<String> told) {
            boolean nothing = expected.contains("none") || expected.contains("other_personal");
            if (nothing) {
                nothings++;
                wrongNothings += told.isPresent() ? 1 : 0;
            }
            if (told.isPresent() && expected.contains(told.get())) {
                of(told.get())[0]++;
                return;
            }
            told.ifPresent(category -> of(category)[1]++);
            expected.stream().filter(category -> !nothing).findFirst().ifPresent(category -> of(category)[2]++);
            if (told.isPresent() || !nothing) {
                tell(where + ": expected " + expected + ", told " + told.orElse("nothing"));
            }
        }

        void print() {
            out.println("== " + title);
            double sum = 0;
            int categories = 0;
            int[] all = new int[3];
            for (Map.Entry<String, int[]> entry : counts.entrySet()) {
                int[] c = entry.getValue();
                for (int i = 0; i < 3; i++) {
                    all[i] += c[i];
                }
                if (c[0] + c[2] > 0) {
                    categories++;
                    sum += f1(c);
                }
                line(entry.getKey(), c);
            }
            line("all", all);
            out.printf(
                    "macro F1 %.3f over %d categories; nothing expected %d, something told %d%n%n",
                    sum / Math.max(1, categories), categories, nothings, wrongNothings);
        }

        private void line(String name, int[] c) {
            double precision = c[0] == 0 ? 0 : (double) c[0] / (c[0] + c[1]);
            double recall = c[0] == 0 ? 0 : (double) c[0] / (c[0] + c[2]);
            out.printf(
                    "%-26s right %4d  wrong %4d  missed %4d  P %.3f  R %.3f  F1 %.3f%n",
                    name, c[0], c[1], c[2], precision, recall, f1(c));
        }

        private double f1(int[] c) {
            return c[0] == 0 ? 0 : 2.0 * c[0] / (2.0 * c[0] + c[1] + c[2]);
        }
    }

    private void tell(String line) {
        if (telling) {
            out.println("   " + line);
        }
    }

    private void columns() throws IOException {
        Score primary = new Score("columns, primary labels, first answer");
        Score anyOf = new Score("columns, primary labels, any answer");
        Score secondary = new Score("columns, secondary labels, first answer");
        Map<String, List<CSVRecord>> labels = new TreeMap<>();
        for (CSVRecord label : csv(folder.resolve("labels.csv"))) {
            labels.computeIfAbsent(label.get("file"), key -> new ArrayList<>()).add(label);
        }
        for (Map.Entry<String, List<CSVRecord>> entry : labels.entrySet()) {
            if (!entry.getKey().endsWith(".csv")) {
                continue;
            }
            Map<String, ColumnProfile> profiles = profile(entry.getKey());
            for (CSVRecord label : entry.getValue()) {
                ColumnProfile profile = profiles.get(label.get("column"));
                if (profile == null) {
                    tell("no column " + entry.getKey() + " " + label.get("column"));
                    continue;
                }
                List<String> told = profile.classifications().stream()
                        .map(c -> key(c.category()))
                        .toList();
                Set<String> expected = Set.of(first(label.get("category")));
                String where = entry.getKey() + " " + profile.name() + " " + profile.classifications();
                Optional<String> best = told.stream().findFirst();
                if (label.get("score").equals("primary")) {
                    primary.one(where, expected, best);
                    Optional<String> any =
                            told.stream().filter(expected::contains).findFirst();
                    boolean was = telling;
                    anyOf.one("(any) " + where, expected, any.isPresent() ? any : best);
                    assert was == telling;
                } else if (label.get("score").equals("secondary")) {
                    secondary.one("(secondary) " + where, expected, best);
                }
            }
        }
        primary.print();
        anyOf.print();
        secondary.print();
    }

    private Map<String, ColumnProfile> profile(String file) throws IOException {
        String name = file.substring(file.lastIndexOf('/') + 1);
        DatasetProfiler profiler = new DatasetProfiler(Shipped.detectors(), name.replaceFirst("\\.[a-z]+$", ""));
        try (CSVParser parser = CSVParser.parse(folder.resolve(file), StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            boolean first = true;
            int width = 0;
            for (CSVRecord row : parser) {
                if (first) {
                    profiler.columns(row.toList());
                    width = row.size();
                    first = false;
                } else if (row.size() == width) {
                    profiler.row(new CsvRow(row));
                }
            }
        }
        Map<String, ColumnProfile> profiles = new TreeMap<>();
        profiler.profile().columns().forEach(column -> profiles.put(column.name(), column));
        return profiles;
    }

    private record CsvRow(CSVRecord record) implements Row {
        @Override
        public int size() {
            return record.size();
        }

        @Override
        public String text(int column) {
            return record.get(column);
        }
    }

    private void names() throws IOException {
        Score primary = new Score("column names alone, primary");
        Score all = new Score("column names alone, primary and secondary");
        for (JsonNode one : lines(folder.resolve("column_names.jsonl"))) {
            if (one.get("score").asString().equals("ignore")) {
                continue;
            }
            DatasetProfiler profiler =
                    new DatasetProfiler(Shipped.detectors(), one.get("table").asString());
            profiler.columns(List.of(one.get("column").asString()));
            List<Classification> told = profiler.profile().columns().get(0).classifications();
            Set<String> expected = Set.of(first(one.get("category").asString()));
            Optional<String> best = told.stream().map(c -> key(c.category())).findFirst();
            String where =
                    one.get("table").asString() + " | " + one.get("column").asString();
            if (one.get("score").asString().equals("primary")) {
                primary.one(where, expected, best);
            }
            all.one("(all) " + where, expected, best);
        }
        primary.print();
        all.print();
    }

    private void strings() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("strings"))) {
            for (Path file : files.sorted().toList()) {
                strings(file);
            }
        }
    }

    private void strings(Path file) throws IOException {
        Score score = new Score(file.getFileName().toString());
        int matchedNegatives = 0;
        for (JsonNode one : lines(file)) {
            if (one.has("valid")) {
                boolean found = Shipped.detectors().find(one.get("value").asString()).stream()
                        .anyMatch(span ->
                                key(span.category()).equals(key(one.get("type").asString())));
                score.one(
                        one.toString(),
                        Set.of(one.get("valid").asBoolean() ? one.get("scheme").asString() : "none"),
                        found ? Optional.of(one.get("scheme").asString()) : Optional.empty());
                continue;
            }
            if (one.has("score") && !one.get("score").asString().equals("primary")) {
                continue;
            }
            Optional<String> scope = Optional.ofNullable(one.get("scope_type"))
                    .map(JsonNode::asString)
                    .map(Accuracy::first);
            text(one, scope, score);
        }
        score.print();
        tell(file + " " + matchedNegatives);
    }

    private void text(JsonNode one, Optional<String> scope, Score score) {
        String text = one.get("text").asString();
        List<Span> spans = new ArrayList<>(Shipped.detectors().find(text));
        scope.ifPresent(only -> spans.removeIf(span -> !key(span.category()).equals(only)));
        List<JsonNode> expected = new ArrayList<>();
        one.get("expected").forEach(expected::add);
        boolean placed = expected.stream().anyMatch(e -> e.hasNonNull("start"));
        if (expected.isEmpty()) {
            score.one(
                    text,
                    Set.of("none"),
                    spans.stream().map(s -> key(s.category())).findFirst());
            return;
        }
        for (JsonNode e : expected) {
            String type = first(e.get("type").asString());
            Optional<Span> hit = spans.stream()
                    .filter(span -> key(span.category()).equals(type))
                    .filter(span -> !placed || overlaps(span, e))
                    .findFirst();
            if (e.has("scored") && !e.get("scored").asBoolean()) {
                spans.removeIf(span -> placed && overlaps(span, e));
                continue;
            }
            if (scope.isPresent() && !scope.get().equals(type)) {
                continue;
            }
            score.one(text + " @" + e, Set.of(type), hit.map(span -> key(span.category())));
            hit.ifPresent(span -> {
                if (!placed) {
                    spans.remove(span);
                }
            });
        }
        for (Span span : spans) {
            if (!placed || expected.stream().noneMatch(e -> overlaps(span, e))) {
                score.one("(extra) " + text + " " + span, Set.of("none"), Optional.of(key(span.category())));
            }
        }
    }

    private static boolean overlaps(Span span, JsonNode e) {
        return span.start() < e.get("end").asInt() && e.get("start").asInt() < span.end();
    }

    /** A label's key as it is compared. */
    private static String first(String label) {
        return WHOLE.contains(label) || label.startsWith("person.") ? label : label.split("\\.", 2)[0];
    }

    /** A category of ours in the words of the labels. */
    private static String key(String category) {
        return switch (category) {
            case "contact.name" -> "person.name";
            case "birth_date" -> "person.birth_date";
            case "device_or_online_id.ip" -> "ip_address";
            case "device_or_online_id.device" -> "device_id";
            case "account_credentials" -> "credentials";
            case "payment_card" -> "financial_account";
            case "contact.postal_code" -> "contact.address";
            case "contact.email", "contact.phone", "contact.address", "contact.fax" -> category;
            default -> category.split("\\.", 2)[0];
        };
    }

    private static List<CSVRecord> csv(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                nodes.add(JSON.readTree(line));
            }
        }
        return nodes;
    }
}
