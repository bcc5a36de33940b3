package org.trainingaudit.detection;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;
import tools.jackson.databind.JsonNode;

/** How the columns of labelled tables, and column names without values, are classified. */
final class ColumnAccuracy {

    private final Detectors detectors;
    private final LabelledData data;
    final Score first = new Score();
    final Score anyOf = new Score();
    final Score secondary = new Score();
    final Score names = new Score();
    final Map<String, Score> byEvidence = new TreeMap<>();
    final Map<String, Score> byTable = new TreeMap<>();
    final Map<String, Score> byLanguage = new TreeMap<>();
    final Map<String, Integer> negativeFinds = new TreeMap<>();
    long negativeCells;
    long matchedNegatives;
    long classifiedNegatives;

    private ColumnAccuracy(Detectors detectors, LabelledData data) {
        this.detectors = detectors;
        this.data = data;
    }

    static ColumnAccuracy of(Detectors detectors, LabelledData data) throws IOException {
        ColumnAccuracy accuracy = new ColumnAccuracy(detectors, data);
        for (Map.Entry<String, List<LabelledData.Label>> table : data.labels().entrySet()) {
            accuracy.table(table.getKey(), table.getValue());
        }
        accuracy.names();
        return accuracy;
    }

    private void table(String file, List<LabelledData.Label> labels) {
        String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", "");
        DatasetProfiler profiler = new DatasetProfiler(detectors, name);
        data.read(file, profiler);
        Map<String, ColumnProfile> profiles = new LinkedHashMap<>();
        List<ColumnProfile> columns = profiler.profile().columns();
        for (int i = 0; i < columns.size(); i++) {
            profiles.put("#" + (i + 1), columns.get(i));
        }
        // A table without a header may have been read as if it had one: its columns are still those of their places.
        columns.forEach(column -> profiles.put(column.name(), column));
        for (LabelledData.Label label : labels) {
            ColumnProfile profile = profiles.get(label.column());
            if (profile == null) {
                throw new IllegalStateException(file + " has no column '" + label.column() + "'");
            }
            see(label, profile);
        }
        if (file.startsWith("negatives/")) {
            data.read(file, new Negatives(labels));
        }
    }

    private void see(LabelledData.Label label, ColumnProfile profile) {
        List<String> told = profile.classifications().stream()
                .map(found -> LabelKeys.ofCategory(found.category()))
                .toList();
        String where = label.file() + " " + label.column();
        Optional<String> best = told.stream().findFirst();
        if (label.score().equals("secondary")) {
            secondary.see(where, label.category(), best);
        }
        if (!label.score().equals("primary")) {
            return;
        }
        first.see(where, label.category(), best);
        if (label.file().startsWith("negatives/") && label.category().equals("none")) {
            classifiedNegatives += profile.classifications().stream()
                    .mapToLong(Classification::matches)
                    .sum();
        }
        Optional<String> right = told.stream().filter(label.category()::equals).findFirst();
        anyOf.see(where, label.category(), right.or(() -> best));
        String evidence = label.evidence().isEmpty() ? "not said" : label.evidence();
        byEvidence.computeIfAbsent(evidence, key -> new Score()).see(where, label.category(), best);
        byTable.computeIfAbsent(label.file(), key -> new Score()).see(where, label.category(), best);
        String language = label.file().contains("/jp_") ? "ja" : "en";
        byLanguage.computeIfAbsent(language, key -> new Score()).see(where, label.category(), best);
    }

    private void names() throws IOException {
        for (JsonNode one : data.lines("column_names.jsonl")) {
            if (!one.get("score").asString().equals("primary")) {
                continue;
            }
            String table = one.get("table").asString();
            String column = one.get("column").asString();
            DatasetProfiler profiler = new DatasetProfiler(detectors, table);
            profiler.columns(List.of(column));
            names.see(
                    table + " " + column,
                    LabelKeys.ofLabel(one.get("category").asString()),
                    profiler.profile().columns().get(0).classifications().stream()
                            .map(found -> LabelKeys.ofCategory(found.category()))
                            .findFirst());
        }
    }

    /** Looks for finds in the single cells of columns that hold nothing personal, without their column's name. */
    private final class Negatives implements RowVisitor {

        private final List<LabelledData.Label> labels;
        private List<String> columns = List.of();

        Negatives(List<LabelledData.Label> labels) {
            this.labels = labels;
        }

        @Override
        public void columns(List<String> names) {
            columns = names;
        }

        @Override
        public void row(Row row) {
            for (LabelledData.Label label : labels) {
                if (label.category().equals("none") && label.score().equals("primary")) {
                    cell(label, row.text(columns.indexOf(label.column())));
                }
            }
        }

        private void cell(LabelledData.Label label, String text) {
            List<Span> finds = detectors.find(text);
            negativeCells++;
            if (!finds.isEmpty()) {
                matchedNegatives++;
                String what = finds.get(0).detector() + " in " + label.file() + " " + label.column();
                negativeFinds.merge(what, 1, Integer::sum);
            }
        }

        @Override
        public void rejected(Rejection rejection) {
            // What can't be read has no cells.
        }
    }
}
