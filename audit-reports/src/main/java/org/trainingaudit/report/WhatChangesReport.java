package org.trainingaudit.report;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.regime.Comparison.Cause;
import org.trainingaudit.regime.Outcome;
import org.trainingaudit.report.Law.StepText;
import org.trainingaudit.report.NextChanges.Change;

/** {@code what-changes.csv}: each use and regime whose verdict changes at the next dated step of a law, without anybody doing anything. */
final class WhatChangesReport {

    static final Report<Row> REPORT = new Report<Row>(
                    "what-changes",
                    "What changes at the next dated steps of the laws",
                    1,
                    RowSource.ofUses(WhatChangesReport::rows),
                    row -> row.change().use().use() + "/" + row.regime() + "/"
                            + row.change().day())
            .word("regime", "The body of law", Row::regime)
            .text("regime_sha256", "The version of it that was judged by", Row::sha256)
            .word(
                    "trail_ref",
                    "The id of the use's entry in the trail",
                    row -> row.change().use().ref())
            .word("use", "The use's id", row -> row.change().use().use())
            .text(
                    "dataset",
                    "The dataset that is used",
                    row -> row.change().use().dataset())
            .day(
                    "from_date",
                    "The day before the step",
                    row -> Optional.of(row.change().day().minusDays(1)))
            .day(
                    "to_date",
                    "The day of the step",
                    row -> Optional.of(row.change().day()))
            .word(
                    "group",
                    "newly-unlawful, newly-lawful or newly-uncertain",
                    row -> row.change().comparison().group().word())
            .word(
                    "verdict_before",
                    "What the regime says on the day before",
                    row -> row.change().comparison().before().verdict().word())
            .word(
                    "verdict_after",
                    "What it says on the day",
                    row -> row.change().comparison().after().verdict().word())
            .flag(
                    "provisional",
                    "Whether that rests on a step whose date isn't fixed",
                    row -> !row.change().fixed()
                            || row.change().comparison().after().provisional())
            .text(
                    "rule_id",
                    "The rule that does it, the first of them",
                    row -> row.cause().map(Cause::rule).orElse(""))
            .text("rule_effect", "starts, ends, exempts or changes", Row::effect)
            .text(
                    "citation",
                    "Where the law has the rule",
                    row -> row.cause().map(Cause::citation).orElse(""))
            .text("step_regime", "The law whose step it is", row -> before(row.step()))
            .text("step", "The step", row -> after(row.step()))
            .stated(
                    "step_date",
                    "Its date, or the latest possible one",
                    row -> row.text().day())
            .text(
                    "step_certainty",
                    "fixed, by-order, linked or unknown",
                    row -> row.text().certainty())
            .stated(
                    "step_latest",
                    "The latest possible day, where the date isn't fixed",
                    row -> row.text().latest())
            .flag(
                    "assumed",
                    "Whether a step without a date was taken on its latest day",
                    row -> !row.change().fixed())
            .list(
                    "missing_facts",
                    "The facts that could decide and that nobody has stated",
                    row -> List.copyOf(row.change().comparison().after().missing()));

    private WhatChangesReport() {}

    /** A change with the step that brings it. */
    record Row(Change change, String sha256, StepText text, String step) {

        String regime() {
            return change.comparison().after().regime();
        }

        Optional<Cause> cause() {
            return change.comparison().causes().stream().findFirst();
        }

        String effect() {
            return cause().map(Row::effect).orElse("");
        }

        private static String effect(Cause cause) {
            if (cause.by().isPresent()) {
                return "exempts";
            }
            if (cause.before().isEmpty() || cause.before().get() == Outcome.NOT_YET_APPLICABLE) {
                return "starts";
            }
            return cause.after().isEmpty() ? "ends" : "changes";
        }
    }

    private static List<Row> rows(Dossier dossier) {
        return dossier.changes().stream()
                .map(change -> row(dossier.night(), change))
                .toList();
    }

    private static Row row(Night night, Change change) {
        String step = change.comparison().causes().stream()
                .flatMap(cause -> cause.step().stream())
                .filter(change.steps()::contains)
                .findFirst()
                .orElse(change.steps().get(0));
        return new Row(
                change,
                night.sha256Of(change.comparison().after().regime()),
                night.law().step(before(step), after(step)),
                step);
    }

    private static String before(String step) {
        return step.substring(0, step.indexOf('.'));
    }

    private static String after(String step) {
        return step.substring(step.indexOf('.') + 1);
    }
}
