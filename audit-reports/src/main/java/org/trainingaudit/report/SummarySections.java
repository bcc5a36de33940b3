package org.trainingaudit.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.trainingaudit.report.NightSummary.Alike;
import org.trainingaudit.report.NightSummary.DatasetCounts;

/** The smaller parts of the page: coverage, what changed, and which law moves next. Lists are cut to keep to one sheet. */
final class SummarySections {

    private static final int SHOWN_DATASETS = 8;
    private static final int SHOWN_USES = 4;
    private static final int SHOWN_STEPS = 7;
    private static final int NEAREST_STEPS = 4;
    /** A full stop behind a word, and not behind an abbreviation such as Art. */
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[a-z]{4})\\.( |$)");

    private final Night night;
    private final NightSummary summary;
    private final Totals totals;
    private final Labels labels;

    SummarySections(Night night, NightSummary summary, Totals totals, Labels labels) {
        this.night = night;
        this.summary = summary;
        this.totals = totals;
        this.labels = labels;
    }

    private Markup section(String heading, Markup... inside) {
        return Markup.of("section", Markup.of("h2", labels.markup(heading)).line(), Markup.all(inside));
    }

    Markup coverage() {
        DatasetCounts datasets = summary.datasets();
        Markup sum = Markup.of(
                "p",
                "sum",
                term("coverage.datasets", datasets.all()),
                Markup.text(" = "),
                term("coverage.scanned", datasets.scanned()),
                Markup.text(" + "),
                term("coverage.unchanged", datasets.unchanged()),
                Markup.text(" + "),
                term("coverage.not-scanned", datasets.notScanned()));
        Markup rows = labels.markup(
                "coverage.rows",
                datasets.scanned(),
                datasets.rowsRead(),
                datasets.classified(),
                datasets.rejected(),
                datasets.filtered());
        Markup overtaken = datasets.reviewsOvertaken() == 0
                ? Markup.NOTHING
                : Markup.of("p", "small", labels.markup("coverage.overtaken", datasets.reviewsOvertaken()))
                        .line();
        return section(
                "coverage.heading",
                sum.line(),
                skipped(datasets).line(),
                overtaken,
                Markup.of("p", "small soft num", rows));
    }

    private Markup term(String key, long count) {
        return Markup.of(
                "span", Markup.of("b", Markup.text(labels.number(count))), Markup.text(" "), labels.markup(key));
    }

    private Markup skipped(DatasetCounts datasets) {
        List<Markup> items = new ArrayList<>();
        datasets.skipped().stream()
                .limit(SHOWN_DATASETS)
                .forEach(skipped -> items.add(Markup.of(
                        "li",
                        Markup.of(
                                "div",
                                "row",
                                Markup.of("span", Markup.text(skipped.dataset())),
                                Markup.of("span", "soft", reason(skipped.reason()))))));
        more(datasets.skipped().size() - SHOWN_DATASETS, items);
        return items.isEmpty() ? Markup.NOTHING : Markup.of("ul", Markup.all(items));
    }

    private Markup reason(String reason) {
        List<String> known = List.of("missing", "refused", "over-limit", "unfinished", "no-record");
        return known.contains(reason) ? labels.markup("reason." + reason) : Markup.text(reason);
    }

    private void more(int left, List<Markup> items) {
        if (left > 0) {
            items.add(Markup.of("li", "soft", labels.markup("more", left)));
        }
    }

    /** Nothing for the first run: there is nothing to compare it with. */
    Markup changes() {
        return summary.comparedWith().map(this::changes).orElse(Markup.NOTHING);
    }

    private Markup changes(LocalDate since) {
        NightSummary.Changes changes = summary.changes();
        Markup list = Markup.of(
                "ul",
                change("violation", "violation", "changes.violations", changes.newViolations()),
                change("compliant", "compliant", "changes.compliant", changes.nowCompliant()),
                Markup.of("li", count("queued", "queued", "changes.other", changes.other())));
        Markup heading = Markup.of("h2", labels.markup("changes.heading", labels.day(since)));
        return Markup.of("section", heading.line(), list);
    }

    private Markup change(String state, String mark, String key, Alike changes) {
        Map<String, List<String>> regimesByUse = new LinkedHashMap<>();
        changes.first()
                .forEach(change -> regimesByUse
                        .computeIfAbsent(change.use(), use -> new ArrayList<>())
                        .add(change.regime()));
        List<String> shown = new ArrayList<>();
        regimesByUse.entrySet().stream()
                .limit(SHOWN_USES)
                .forEach(use -> shown.add(labels.text("changes.use", use.getKey(), String.join(", ", use.getValue()))));
        if (changes.uses() > SHOWN_USES) {
            shown.add(labels.text("more", changes.uses() - SHOWN_USES));
        }
        Markup names = Markup.of("span", "soft", Markup.text(String.join(labels.text("changes.separator"), shown)));
        return Markup.of("li", count(state, mark, key, changes.pairs()), shown.isEmpty() ? Markup.NOTHING : names);
    }

    private Markup count(String state, String mark, String key, long count) {
        return Markup.of(
                "div",
                "row",
                Marks.marked(state, mark, labels.markup(key)),
                Markup.of("b", "num", Markup.text(labels.number(count))));
    }

    /** Nothing where no law of the run moves after its as-of date. */
    Markup steps() {
        LocalDate asOf = night.run().asOf();
        List<NextChanges.Day> days = night.next().days();
        // The nearest, whatever they change, and then those that change anything, however far.
        List<Markup> next = days.stream()
                .filter(day -> days.indexOf(day) < NEAREST_STEPS
                        || totals.on(day.date()).changes() > 0)
                .limit(SHOWN_STEPS)
                .map(day -> step(day, asOf))
                .toList();
        return next.isEmpty() ? Markup.NOTHING : section("steps.heading", Markup.of("ul", Markup.all(next)));
    }

    private Markup step(NextChanges.Day next, LocalDate asOf) {
        long days = ChronoUnit.DAYS.between(asOf, next.date());
        String day = labels.shortDay(next.date());
        Markup when = next.fixed() ? Markup.text(day) : labels.markup("steps.by", day);
        Markup distance = next.fixed() ? labels.markup("steps.in", days) : labels.markup("steps.unfixed");
        Totals.OfDay changed = totals.on(next.date());
        String steps = String.join(labels.text("steps.separator"), next.steps());
        return Markup.of(
                "li",
                Markup.of("div", "row", Markup.of("b", "nb", when), Markup.of("span", "soft nb", distance)),
                labels.markup("steps.step", steps, changed.changes(), changed.unlawful()),
                Markup.all(next.steps().stream().map(this::brings).toList()),
                next.fixed() ? Markup.NOTHING : Markup.all(Markup.text(" "), Marks.provisional(labels)));
    }

    /** What a step brings, in the first sentence that its law's pack has on it; in English where it has no other. */
    private Markup brings(String step) {
        int dot = step.indexOf('.');
        Law.StepText text = night.law().step(step.substring(0, dot), step.substring(dot + 1));
        boolean own = labels.language().equals("ja") && !text.noteJa().isEmpty();
        String note = own ? text.noteJa() : SENTENCE_END.split(text.note(), 2)[0];
        Markup.Element span = Markup.element("span").with("class", "small soft");
        return note.isEmpty()
                ? Markup.NOTHING
                : Markup.all(
                        Markup.of("br"),
                        (own || labels.language().equals("en") ? span : span.with("lang", "en"))
                                .holding(Markup.text(note)));
    }
}
