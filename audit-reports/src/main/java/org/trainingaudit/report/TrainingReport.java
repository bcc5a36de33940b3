package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A report with one row for each training, made of what each of its uses adds: a column is what a use gives to it. Uses are
 * those that a regime governs.
 */
final class TrainingReport implements RowSource<TrainingReport.Row> {

    private static final String UNKNOWN = "unknown";

    private final String regime;
    private final Report<Row> report;
    private final List<Function<UseRow, Stream<String>>> gatherers = new ArrayList<>();

    /** The row of a training. */
    record Row(String key, Gathered gathered) {
        String first(int cell) {
            List<String> all = gathered.of(cell);
            return all.isEmpty() ? "" : all.get(0);
        }

        String last(int cell) {
            List<String> all = gathered.of(cell);
            return all.isEmpty() ? "" : all.get(all.size() - 1);
        }
    }

    TrainingReport(String name, String title, int version, String regime) {
        this.regime = regime;
        this.report = new Report<>(name, title, version, this, Row::key);
        gather(use -> Stream.of(use.use().ref()));
        int training = gather(use -> Stream.of(use.use().training()));
        report.word(
                        "trail_ref",
                        "The id of the entry of its first use in the trail",
                        row -> row.gathered().begunBy())
                .text("training", "The training; empty where the use names none", row -> row.first(training));
    }

    private int gather(Function<UseRow, Stream<String>> what) {
        gatherers.add(what);
        return gatherers.size() - 1;
    }

    /** Each text that a use gives, once. */
    TrainingReport list(String column, String description, Function<UseRow, Stream<String>> what) {
        int cell = gather(what);
        report.list(column, description, row -> row.gathered().of(cell));
        return this;
    }

    /** All that is stated of a fact, each value once. */
    TrainingReport stated(String column, String description, String fact) {
        return list(column, description, use -> use.members(fact).stream());
    }

    /** The datasets of those uses that fit. */
    TrainingReport datasets(String column, String description, Predicate<UseRow> fits) {
        return list(
                column, description, use -> fits.test(use) ? Stream.of(use.use().dataset()) : Stream.empty());
    }

    /** Whether any use fits; empty where none is known to, and of one of them that isn't known. */
    TrainingReport flag(String column, String description, Predicate<UseRow> known, Predicate<UseRow> fits) {
        int cell = gather(use -> Stream.of(fits.test(use) ? "true" : known.test(use) ? "false" : UNKNOWN));
        report.statedFlag(column, description, row -> yesOrNo(row.gathered().of(cell)));
        return this;
    }

    private static String yesOrNo(List<String> said) {
        if (said.contains("true")) {
            return "true";
        }
        return said.contains(UNKNOWN) ? "" : "false";
    }

    /** The first of the days that are stated. */
    TrainingReport earliest(String column, String description, String fact) {
        int cell = gather(use -> use.members(fact).stream());
        report.stated(column, description, row -> row.first(cell));
        return this;
    }

    /** The last of the days that are stated. */
    TrainingReport latest(String column, String description, String fact) {
        int cell = gather(use -> use.members(fact).stream());
        report.stated(column, description, row -> row.last(cell));
        return this;
    }

    Report<Row> report() {
        return report;
    }

    @Override
    public boolean hasParts() {
        return true;
    }

    @Override
    public List<Part> parts(Dossier dossier) {
        return UseRow.governedBy(dossier, regime).stream()
                .map(use -> new Part(
                        key(use.use()),
                        gatherers.stream().map(what -> what.apply(use)).toList()))
                .toList();
    }

    /** A register need not name the training; such uses have nothing in common that is known. */
    private static String key(OfUse use) {
        return use.training().isEmpty() ? "use/" + use.use() : use.training();
    }

    @Override
    public List<Row> joined(String key, Gathered gathered) {
        return List.of(new Row(key, gathered));
    }
}
