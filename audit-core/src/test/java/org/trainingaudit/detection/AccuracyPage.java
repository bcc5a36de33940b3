package org.trainingaudit.detection;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** What was measured, as a page for people. */
final class AccuracyPage {

    private static final String HEAD = """
            # Accuracy

            Measured on DAY by

            ```sh
            bench/accuracy FOLDER docs/accuracy.md
            ```

            FOLDER holds labelled data made by others: `labels.csv` with the tables it names, `column_names.jsonl` and
            `strings/*.jsonl`. The rules are general and none names a file, but whoever wrote them could see this data: expect
            less of data that nobody has seen: [accuracy-unseen.md](accuracy-unseen.md) tells how much. A part of it, and national numbers that another program judged, are held to floors
            in the build (`AccuracyFloorsTest`, `IdentifiersTest`).

            | measure | figure | goal | reached | counted on |
            | --- | ---: | ---: | --- | --- |
            """;

    private final Accuracy accuracy;
    private final StringBuilder page = new StringBuilder();

    private AccuracyPage(Accuracy accuracy) {
        this.accuracy = accuracy;
    }

    static String of(Accuracy accuracy, LocalDate day) {
        return new AccuracyPage(accuracy).write(day);
    }

    private String write(LocalDate day) {
        page.append(HEAD.replace("DAY", day.toString()));
        accuracy.measures().forEach(this::measure);
        ColumnAccuracy columns = accuracy.columns();
        scores("Columns by category (first answer)", columns.first.byCategory());
        table("Columns by kind of evidence", columns.byEvidence);
        table("Columns by language", columns.byLanguage);
        table("Columns by table", columns.byTable);
        table("Debatable columns", Map.of("secondary labels", columns.secondary));
        negatives(columns);
        table("Texts", accuracy.texts());
        table("Identifiers of people by scheme", accuracy.schemes());
        table(
                "National numbers, made up at random and judged by another program, after what announces them",
                accuracy.national());
        return page.toString();
    }

    private void measure(Measure measure) {
        line(
                "| %s | %.3f | %s %s | %s | %s |",
                measure.name(),
                measure.figure(),
                measure.atLeast() ? "at least" : "at most",
                measure.goal(),
                measure.isReached() ? "yes" : String.format(Locale.ROOT, "no, by %.3f", measure.missing()),
                measure.what());
    }

    private void scores(String title, Map<String, Score.Count> counts) {
        line("%n## %s%n", title);
        line("| | to be found | precision | recall | F1 |");
        line("| --- | ---: | ---: | ---: | ---: |");
        counts.forEach((name, count) -> line(
                "| %s | %d | %.3f | %.3f | %.3f |",
                name, count.expected(), count.precision(), count.recall(), count.f1()));
    }

    private void table(String title, Map<String, Score> scores) {
        line("%n## %s%n", title);
        line("| | to be found | recall | precision | nothing there | but told | agreement |");
        line("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        scores.forEach((name, score) -> line(
                "| %s | %d | %s | %s | %d | %d | %.3f |",
                name,
                score.all().expected(),
                score.all().expected() == 0
                        ? "–"
                        : String.format(Locale.ROOT, "%.3f", score.all().recall()),
                score.all().expected() == 0
                        ? "–"
                        : String.format(Locale.ROOT, "%.3f", score.all().precision()),
                score.nothings(),
                score.wrongNothings(),
                score.agreement()));
    }

    private void negatives(ColumnAccuracy columns) {
        line("%n## Finds in single cells of negatives%n");
        line(
                "Each cell is looked at alone, as a text; a scan asks more of a column, and none of these was classified.%n");
        line("| detector and column | cells |");
        line("| --- | ---: |");
        columns.negativeFinds.forEach((what, count) -> line("| %s | %d |", what, count));
    }

    private void line(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values))
                .append('\n');
    }
}
