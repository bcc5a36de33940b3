package org.trainingaudit.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores the shipped detectors on a folder of labelled data: {@code Accuracy FOLDER [PAGE]} writes the page, or prints it,
 * and tells each miss on standard error where {@code -Daccuracy.misses=true} asks for that.
 */
final class Accuracy {

    /** The texts that have a goal of their own. */
    private record Texts(String name, String file, double goal) {}

    private static final List<Texts> TEXTS = List.of(
            new Texts("Japanese lines, F1", "strings/jp_pii_detector_lines.jsonl", 0.95),
            new Texts("free text, F1", "strings/presidio_research_synth.jsonl", 0.75),
            new Texts("messages, F1", "strings/dlp_benchmark_messages.jsonl", 0.55),
            new Texts("phones, F1", "strings/phone_examples.jsonl", 0.98));
    private static final String CASES = "strings/presidio_recognizer_cases.jsonl";
    private static final String IDENTIFIERS = "strings/identifier_validity.jsonl";
    private static final double TEN_THOUSAND = 10_000;

    /** Cells that are looked at alone, as {@code detect} would. */
    static final String SINGLE_CELLS = "cells of negatives that match when each is read alone, of 10,000";

    private final ColumnAccuracy columns;
    private final Map<String, Score> texts = new LinkedHashMap<>();
    private final Map<String, Score> schemes;
    private final Map<String, Score> national;

    private Accuracy(Detectors detectors, LabelledData data) throws IOException {
        columns = ColumnAccuracy.of(detectors, data);
        for (Texts one : TEXTS) {
            texts.put(one.file, TextAccuracy.of(detectors, data, one.file));
        }
        texts.put(CASES, TextAccuracy.of(detectors, data, CASES));
        texts.put(IDENTIFIERS, TextAccuracy.of(detectors, data, IDENTIFIERS));
        schemes = TextAccuracy.byScheme(detectors, data, IDENTIFIERS);
        national = NationalNumbers.schemes(detectors, true);
    }

    static Accuracy of(Detectors detectors, Path folder) throws IOException {
        return new Accuracy(detectors, new LabelledData(folder));
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Accuracy accuracy = of(Shipped.detectors(), Path.of(arguments[0]));
        String page = AccuracyPage.of(accuracy, LocalDate.now(Clock.systemUTC()));
        if (arguments.length > 1) {
            Files.writeString(Path.of(arguments[1]), page);
        } else {
            out.print(page);
        }
        if (Boolean.getBoolean("accuracy.misses")) {
            accuracy.misses().forEach(System.err::println);
        }
    }

    /** What has a goal. */
    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        Score first = columns.first;
        String on = first.all().expected() + " columns that hold something, " + first.nothings() + " that don't";
        measures.add(Measure.atLeast("columns, first answer, macro F1", first.macroF1(), 0.85, on));
        measures.add(Measure.atLeast("columns, any answer, macro F1", columns.anyOf.macroF1(), 0.85, on));
        measures.add(Measure.atMost(
                "columns of nothing that were given a category, %", 100 * first.labelledNothings(), 2, on));
        measures.add(Measure.atMost(
                "columns of nothing that were given a special category, %", 100 * first.specialNothings(), 0.5, on));
        measures.add(Measure.atMost(
                "cells of negatives in which a classification rests on a match, of 10,000",
                TEN_THOUSAND * columns.classifiedNegatives / Math.max(1, columns.negativeCells),
                2,
                columns.negativeCells + " cells"));
        measures.add(Measure.atMost(SINGLE_CELLS, matchedPerTenThousand(), 2, columns.negativeCells + " cells"));
        measures.add(Measure.atLeast(
                "column names without values, macro F1",
                columns.names.macroF1(),
                0.9,
                columns.names.all().expected() + " names"));
        for (Texts one : TEXTS) {
            Score score = texts(one.file);
            measures.add(Measure.atLeast(one.name, score.all().f1(), one.goal, size(score)));
        }
        Score cases = texts(CASES);
        measures.add(Measure.atLeast("recogniser cases, recall", cases.all().recall(), 0.85, size(cases)));
        measures.add(Measure.atLeast("recogniser cases, precision", cases.all().precision(), 0.9, size(cases)));
        Score identifiers = texts(IDENTIFIERS);
        measures.add(Measure.atLeast(
                "identifiers of people by themselves, agreement %",
                100 * identifiers.agreement(), 97, size(identifiers)));
        Score numbers = new Score();
        national.values().forEach(numbers::add);
        measures.add(Measure.atLeast(
                "national numbers after what announces them, agreement %",
                100 * numbers.agreement(), 97, size(numbers)));
        measures.add(Measure.atLeast(
                "national schemes claimed",
                (double) national.values().stream()
                        .filter(score -> score.agreement() >= 0.97)
                        .count(),
                30,
                "schemes with an agreement of 97 % or more"));
        return measures;
    }

    private static String size(Score score) {
        return score.all().expected() + " to be found, " + score.nothings() + " not to be";
    }

    double matchedPerTenThousand() {
        return TEN_THOUSAND * columns.matchedNegatives / Math.max(1, columns.negativeCells);
    }

    ColumnAccuracy columns() {
        return columns;
    }

    Map<String, Score> texts() {
        return texts;
    }

    private Score texts(String file) {
        Score score = texts.get(file);
        if (score == null) {
            throw new IllegalStateException("no texts " + file);
        }
        return score;
    }

    Map<String, Score> schemes() {
        return schemes;
    }

    Map<String, Score> national() {
        return national;
    }

    private List<String> misses() {
        List<String> misses = new ArrayList<>(columns.first.misses());
        columns.secondary.misses().forEach(miss -> misses.add("secondary: " + miss));
        columns.names.misses().forEach(miss -> misses.add("name: " + miss));
        columns.negativeFinds.forEach((what, count) -> misses.add("negative: " + count + " " + what));
        texts.forEach((file, score) -> score.misses().forEach(miss -> misses.add(file + ": " + miss)));
        return misses;
    }
}
