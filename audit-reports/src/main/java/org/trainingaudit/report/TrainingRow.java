package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The uses of one training that a regime governs. */
record TrainingRow(String training, List<UseRow> uses) {

    static List<TrainingRow> governedBy(Night night, String regime) {
        Map<String, List<UseRow>> byTraining = new TreeMap<>(Key::compareAsUtf8);
        for (UseRow row : UseRow.governedBy(night, regime)) {
            byTraining
                    .computeIfAbsent(row.use().training(), training -> new ArrayList<>())
                    .add(row);
        }
        List<TrainingRow> rows = new ArrayList<>();
        byTraining.forEach((training, uses) -> rows.add(new TrainingRow(training, List.copyOf(uses))));
        return rows;
    }

    /** All that is stated of a fact, each value once. */
    List<String> stated(String fact) {
        return distinct(row -> row.members(fact).stream());
    }

    /** Each text once, sorted. */
    List<String> distinct(Function<UseRow, Stream<String>> what) {
        return uses.stream()
                .flatMap(what)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted(Key::compareAsUtf8)
                .toList();
    }

    boolean any(Predicate<UseRow> fits) {
        return uses.stream().anyMatch(fits);
    }

    /** The datasets that come from there. */
    List<String> datasetsFrom(String source) {
        return distinct(row -> row.is("source", source) ? Stream.of(row.use().dataset()) : Stream.empty());
    }

    List<String> datasets() {
        return distinct(row -> Stream.of(row.use().dataset()));
    }

    String refs() {
        return uses.get(0).use().ref();
    }

    String earliest(String fact) {
        List<String> all = stated(fact);
        return all.isEmpty() ? "" : all.get(0);
    }

    String latest(String fact) {
        List<String> all = stated(fact);
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    List<String> controllers() {
        return distinct(row -> Stream.of(row.controller().name()));
    }
}
