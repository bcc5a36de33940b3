package org.trainingaudit.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.trainingaudit.config.Names;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.report.NightSummary.RegimeCounts;

/** The part of the page with one line for each regime. */
final class RegimeTable {

    private static final List<Verdict> SHOWN =
            List.of(Verdict.VIOLATION, Verdict.NEEDS_REVIEW, Verdict.NOT_YET_APPLICABLE, Verdict.COMPLIANT);
    /** More of them with a second line each wouldn't leave the page on one sheet. */
    private static final int MOST_WITH_NAMES = 10;

    private static final double GAP = 0.5;
    private static final double NARROWEST = 1.2;

    private final Night night;
    private final NightSummary summary;
    private final Labels labels;

    RegimeTable(Night night, NightSummary summary, Labels labels) {
        this.night = night;
        this.summary = summary;
        this.labels = labels;
    }

    Markup section() {
        Markup table = Markup.of("table", head().line(), body().line(), foot().line());
        Markup scroll = Markup.element("div")
                .with("class", "scroll")
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", labels.text("regimes.heading"))
                .holding(table);
        return Markup.of(
                "section",
                Markup.of("h2", labels.markup("regimes.heading")).line(),
                scroll.line(),
                key().line(),
                note());
    }

    private Markup head() {
        Markup cells = Markup.all(SHOWN.stream()
                .map(verdict -> heading("verdict.short." + verdict.word(), "r"))
                .toList());
        return Markup.of(
                "thead",
                Markup.of(
                        "tr",
                        heading("regimes.regime", ""),
                        heading("regimes.share", ""),
                        cells,
                        heading("regimes.change", "r")));
    }

    private Markup heading(String key, String cssClass) {
        Markup.Element th = Markup.element("th").with("scope", "col");
        return (cssClass.isEmpty() ? th : th.with("class", cssClass)).holding(labels.markup(key));
    }

    private Markup body() {
        return Markup.of(
                "tbody",
                Markup.all(
                        summary.regimes().stream().map(line -> row(line).line()).toList()));
    }

    private Markup row(RegimeCounts line) {
        Markup name = night.law()
                .name(line.regime())
                .filter(names -> summary.regimes().size() <= MOST_WITH_NAMES)
                .map((Names names) ->
                        Markup.all(Markup.of("br"), Markup.of("span", "soft", Markup.text(labels.name(names)))))
                .orElse(Markup.NOTHING);
        Markup provisional =
                line.provisional() ? Markup.all(Markup.text(" "), Marks.provisional(labels)) : Markup.NOTHING;
        String change = line.change().isPresent() ? labels.change(line.change().getAsLong()) : "";
        return Markup.of(
                "tr",
                Markup.element("th").with("scope", "row").holding(Markup.text(line.regime()), provisional, name),
                Markup.of("td", bar(line)),
                violations(line.violation()),
                number(line.needsReview()),
                number(line.notYetApplicable()),
                number(line.compliant()),
                Markup.of("td", "r", Markup.text(change)));
    }

    private Markup violations(long count) {
        Markup number = Markup.text(labels.number(count));
        return Markup.of("td", "r", count == 0 ? number : Markup.of("span", "v-violation", number));
    }

    private Markup number(long count) {
        return Markup.of("td", "r", Markup.text(labels.number(count)));
    }

    /** Parts in a fixed order; a part above zero is wide enough to be seen, and the widest gives way for it. */
    private Markup bar(RegimeCounts line) {
        double[] widths =
                widths(SHOWN.stream().mapToLong(verdict -> count(line, verdict)).toArray());
        Markup bars = Markup.element("rect")
                .with("class", "bg")
                .with("width", "100")
                .with("height", "8")
                .holding();
        double x = 0;
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) {
                bars = Markup.all(bars, part(SHOWN.get(i), x, widths[i]));
                x += widths[i] + GAP;
            }
        }
        return Markup.element("svg")
                .with("class", "hbar")
                .with("viewBox", "0 0 100 8")
                .with("preserveAspectRatio", "none")
                .with("role", "img")
                .with(
                        "aria-label",
                        labels.text(
                                "regimes.bar",
                                line.violation(),
                                line.needsReview(),
                                line.notYetApplicable(),
                                line.compliant()))
                .holding(bars);
    }

    private static Markup part(Verdict verdict, double x, double width) {
        return Markup.element("rect")
                .with("class", "f-" + verdict.word())
                .with("x", String.format(Locale.ROOT, "%.2f", x))
                .with("width", String.format(Locale.ROOT, "%.2f", width))
                .with("height", "8")
                .holding();
    }

    private static double[] widths(long[] counts) {
        long total = 0;
        int parts = 0;
        for (long count : counts) {
            total += count;
            parts += count > 0 ? 1 : 0;
        }
        double room = 100 - GAP * Math.max(0, parts - 1);
        double[] widths = new double[counts.length];
        double used = 0;
        int widest = 0;
        for (int i = 0; i < counts.length; i++) {
            widths[i] = counts[i] == 0 ? 0 : Math.max(NARROWEST, room * counts[i] / total);
            used += widths[i];
            widest = widths[i] > widths[widest] ? i : widest;
        }
        widths[widest] = total == 0 ? 0 : widths[widest] - (used - room);
        return widths;
    }

    private static long count(RegimeCounts line, Verdict verdict) {
        return switch (verdict) {
            case VIOLATION -> line.violation();
            case NEEDS_REVIEW -> line.needsReview();
            case NOT_YET_APPLICABLE -> line.notYetApplicable();
            case COMPLIANT -> line.compliant();
            case NOT_APPLICABLE -> line.notApplicable();
        };
    }

    private Markup foot() {
        long change = summary.regimes().stream()
                .mapToLong(line -> line.change().orElse(0))
                .sum();
        return Markup.of(
                "tfoot",
                Markup.of(
                        "tr",
                        Markup.element("th").with("scope", "row").holding(labels.markup("regimes.all")),
                        Markup.of("td"),
                        number(sum(RegimeCounts::violation)),
                        number(sum(RegimeCounts::needsReview)),
                        number(sum(RegimeCounts::notYetApplicable)),
                        number(sum(RegimeCounts::compliant)),
                        Markup.of(
                                "td",
                                "r",
                                Markup.text(summary.comparedWith().isPresent() ? labels.change(change) : ""))));
    }

    private long sum(ToLongFunction<RegimeCounts> count) {
        return summary.regimes().stream().mapToLong(count).sum();
    }

    private Markup key() {
        return Markup.of(
                "ul",
                "key",
                Markup.all(SHOWN.stream()
                        .map(verdict -> Markup.of("li", Marks.of(verdict, labels)))
                        .toList()));
    }

    private Markup note() {
        long none = sum(RegimeCounts::notApplicable);
        return Markup.of("p", "small soft", labels.markup("regimes.note", none, none + sum(RegimeCounts::governed)));
    }
}
