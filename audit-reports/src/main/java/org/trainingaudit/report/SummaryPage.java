package org.trainingaudit.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.trainingaudit.hash.Sha256;

/** {@code summary.html}: the night on one page, for people who never sign in. It needs no other file and runs no script. */
final class SummaryPage {

    private static final int HASH_SHOWN = 8;

    private final Night night;
    private final NightSummary summary;
    private final Labels labels;
    private final SummarySections sections;

    SummaryPage(Night night, NightSummary summary, Totals totals, Locale locale) {
        this.night = night;
        this.summary = summary;
        this.labels = new Labels(locale);
        this.sections = new SummarySections(night, summary, totals, labels);
    }

    /** The file. */
    byte[] bytes() {
        String page = "<!doctype html>\n"
                + Markup.element("html")
                        .with("lang", labels.language())
                        .holding(new Markup("\n"), head().line(), body().line())
                        .line()
                        .html();
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private Markup head() {
        String style = "\n" + resource("summary.css");
        String policy = "default-src 'none'; style-src '" + hash(style) + "'; base-uri 'none'; form-action 'none'";
        return Markup.of(
                "head",
                meta("charset", "utf-8").holding().line(),
                meta("name", "viewport")
                        .with("content", "width=device-width, initial-scale=1")
                        .holding()
                        .line(),
                meta("http-equiv", "Content-Security-Policy")
                        .with("content", policy)
                        .holding()
                        .line(),
                Markup.of("title", Markup.text(title() + " - Training Audit")).line(),
                Markup.of("style", new Markup(style)));
    }

    private static Markup.Element meta(String attribute, String value) {
        return Markup.element("meta").with(attribute, value);
    }

    private String title() {
        return labels.text("title." + summary.kind().word(), labels.day(summary.businessDate()));
    }

    private Markup body() {
        Markup left = Markup.of(
                "div", new RegimeTable(night, summary, labels).section().line(), sections.coverage());
        Markup right = Markup.of("div", sections.changes().line(), sections.steps());
        return Markup.of(
                "body",
                new Markup(resource("marks.svg")),
                Markup.of(
                        "main",
                        header().line(),
                        trial().line(),
                        lead().line(),
                        figures().line(),
                        Markup.of("div", "cols", left.line(), right).line(),
                        check().line(),
                        footer()));
    }

    private Markup header() {
        return Markup.of(
                "header",
                Markup.of(
                        "div",
                        Markup.of("h1", Markup.text(title())),
                        Markup.of("p", "soft", labels.markup("subtitle"))),
                Markup.of(
                        "p",
                        "id small soft",
                        Markup.text("Training Audit"),
                        Markup.of("br"),
                        Markup.text(summary.run()),
                        Markup.of("br"),
                        labels.markup("as-of", labels.day(summary.asOf()))));
    }

    private Markup trial() {
        return summary.kind() == RunKind.TRIAL
                ? Markup.of("p", "note", labels.markup("trial", labels.day(summary.asOf())))
                : Markup.NOTHING;
    }

    private Markup lead() {
        OptionalLong change = change();
        String tail = change.isEmpty()
                ? labels.text("lead.first")
                : labels.text("lead.change", change.getAsLong(), Math.abs(change.getAsLong()));
        return Markup.of(
                "p",
                "lead",
                labels.markup("lead.judged", summary.uses(), summary.regimes().size()),
                Markup.of("b", labels.markup("lead.violations", summary.violations(), summary.usesInViolation())),
                provisional(),
                Markup.text(tail),
                incomplete());
    }

    private Markup provisional() {
        return summary.provisionalViolations() == 0
                ? Markup.NOTHING
                : labels.markup("lead.provisional", summary.provisionalViolations());
    }

    private OptionalLong change() {
        return summary.comparedWith().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(summary.regimes().stream()
                        .mapToLong(line -> line.change().orElse(0))
                        .sum());
    }

    private Markup incomplete() {
        if (summary.complete() && summary.everyRowRead()) {
            return Markup.NOTHING;
        }
        List<String> reasons = new ArrayList<>();
        NightSummary.DatasetCounts datasets = summary.datasets();
        if (datasets.notScanned() > 0) {
            reasons.add(labels.text("incomplete.not-scanned", datasets.notScanned(), datasets.all()));
        }
        if (datasets.unread() > 0) {
            reasons.add(labels.text("incomplete.rows", datasets.unread()));
        }
        if (!datasets.blindDetectors().isEmpty()) {
            reasons.add(labels.text("incomplete.blind", String.join(", ", datasets.blindDetectors())));
        }
        if (!summary.unreadDocuments().isEmpty()) {
            reasons.add(labels.text("incomplete.documents", String.join(", ", summary.unreadDocuments())));
        }
        if (!summary.notJudged().isEmpty()) {
            reasons.add(labels.text("incomplete.not-judged", String.join(", ", summary.notJudged())));
        }
        if (summary.withoutVerdict() > 0) {
            reasons.add(labels.text("incomplete.no-verdict", summary.withoutVerdict()));
        }
        return Markup.all(
                Markup.text(" "),
                Marks.marked(
                        "incomplete", "needs-review", labels.markup(summary.complete() ? "unread-rows" : "incomplete")),
                labels.markup("incomplete.why", String.join(labels.text("incomplete.separator"), reasons)));
    }

    private Markup figures() {
        NightSummary.FindingCounts findings = summary.findings();
        NightSummary.DatasetCounts datasets = summary.datasets();
        return Markup.of(
                "dl",
                "figs",
                figure(
                        "figure.violations",
                        summary.violations(),
                        labels.text("figure.uses", summary.usesInViolation())),
                figure("figure.review", summary.needsReview(), labels.text("figure.missing", summary.missingFacts())),
                figure(
                        "figure.findings",
                        findings.open(),
                        labels.text(
                                "figure.moved",
                                findings.opened() - findings.reopened(),
                                findings.reopened(),
                                findings.closed(),
                                findings.waived(),
                                findings.overdue())),
                figure(
                        "figure.datasets",
                        datasets.scanned() + datasets.unchanged(),
                        labels.text("figure.of", datasets.all())));
    }

    private Markup figure(String key, long number, String below) {
        return Markup.of(
                "div",
                Markup.of("dt", labels.markup(key)),
                Markup.of("dd", Markup.text(labels.number(number))),
                Markup.of("dd", Markup.text(below)));
    }

    private Markup check() {
        String file = labels.language().equals("ja") ? "summary.ja.html" : "summary.html";
        Markup how = Markup.of(
                "section",
                Markup.of("h2", labels.markup("verify.heading")),
                Markup.of("p", "small", labels.markup("verify.text")),
                Markup.of("pre", new Markup("sha256sum " + file + "\naudit verify BUNDLE --key &quot;$VKEY&quot;")));
        Markup rests = Markup.of(
                "section",
                Markup.of("h2", labels.markup("basis.heading")),
                Markup.of("p", "small", labels.markup("basis.text")),
                Markup.of(
                        "p", "small", Markup.of("code", Markup.text(night.run().configSha256()))));
        return Markup.of("div", "check", how.line(), rests);
    }

    private Markup footer() {
        String hash = night.run().configSha256();
        String start = hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
        return Markup.of("p", "small soft", labels.markup("footer", night.run().codeVersion(), start));
    }

    private static String hash(String style) {
        byte[] digest = Sha256.digest().digest(style.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    private static String resource(String name) {
        try (InputStream in = SummaryPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing beside " + SummaryPage.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + name + " can't be read", e);
        }
    }
}
