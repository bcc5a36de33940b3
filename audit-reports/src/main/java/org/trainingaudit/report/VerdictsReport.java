package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trainingaudit.report.LawText.StepText;
import org.trainingaudit.report.Recorded.OfRule;
import org.trainingaudit.report.Recorded.OfVerdict;

/** {@code verdicts.csv}: what each regime that governs a use says of it. The register lists the regimes that don't. */
final class VerdictsReport {

    static final Report<Row> REPORT = new Report<Row>(
                    "verdicts",
                    "Verdicts by use and regime",
                    2,
                    RowSource.ofUses(VerdictsReport::rows),
                    row -> row.said().use() + "/" + row.said().regime())
            .word("regime", "The body of law", row -> row.said().regime())
            .text(
                    "regime_sha256",
                    "The version of it that was judged by",
                    row -> row.said().regimeSha256())
            .word(
                    "trail_ref",
                    "The id of the entry in the trail",
                    row -> row.said().ref())
            .word("use", "The use's id", row -> row.said().use())
            .text("dataset", "The dataset that is used", row -> row.said().dataset())
            .day("as_of", "The day as of which the law was read", row -> Optional.of(row.asOf()))
            .word(
                    "verdict",
                    "violation, needs-review, not-yet-applicable or compliant",
                    row -> row.said().verdict().word())
            .flag(
                    "provisional",
                    "Whether it rests on a step whose date isn't fixed",
                    row -> row.said().provisional())
            .list(
                    "verdict_reason",
                    "Why a person has to decide, for each rule under review: missing-facts, judgement, weak-scan or"
                            + " unconfirmed-law",
                    row -> row.each("needs-review", OfRule::reason))
            .list("rules_breached", "The rules that are breached", row -> row.ids("breached"))
            .list("citations", "Where the law has each breached rule, in their order", Row::citations)
            .list("rules_review", "The rules on which a person has to decide", row -> row.ids("needs-review"))
            .list(
                    "rules_exempt",
                    "The rules that an exemption lifts, each with the exemption",
                    row -> row.each("exempt", VerdictsReport::lifted))
            .list("missing_facts", "The facts that nobody has stated and that could decide", Row::missing)
            .text("step", "The step of the law with which the first deciding rule started", Row::step)
            .text(
                    "step_certainty",
                    "How sure that step's date is",
                    row -> row.stepText().certainty())
            .stated("changed_on", "The business date on which this was first recorded as it is", Row::changedOn);

    private VerdictsReport() {}

    private static String lifted(OfRule rule) {
        return rule.by().isEmpty() ? rule.rule() : rule.rule() + " by " + String.join(" ", rule.by());
    }

    /** A verdict with what the night knows around it. */
    record Row(
            OfVerdict said, LocalDate asOf, List<String> citations, String step, StepText stepText, String changedOn) {

        List<String> ids(String outcome) {
            return each(outcome, OfRule::rule);
        }

        List<String> each(String outcome, Function<OfRule, String> what) {
            return said.rules(outcome).stream().map(what).toList();
        }

        List<String> missing() {
            return said.rules().stream()
                    .flatMap(rule -> rule.missing().stream())
                    .distinct()
                    .sorted(Key::compareAsUtf8)
                    .toList();
        }
    }

    private static List<Row> rows(Dossier dossier) {
        return dossier.verdicts().stream()
                .map(said -> row(dossier.night(), said))
                .toList();
    }

    private static Row row(Night night, OfVerdict said) {
        LawText law = night.law();
        List<String> citations = said.rules("breached").stream()
                .map(rule -> law.rule(said.regime(), rule.rule()).citation())
                .toList();
        String step = deciding(said)
                .map(rule -> law.rule(said.regime(), rule.rule()).from())
                .orElse("");
        return new Row(
                said, night.run().asOf(), citations, step, law.step(said.regime(), step), night.dayOf(said.run()));
    }

    private static Optional<OfRule> deciding(OfVerdict said) {
        return switch (said.verdict()) {
            case VIOLATION -> said.rules("breached").stream().findFirst();
            case NEEDS_REVIEW -> said.rules("needs-review").stream().findFirst();
            case NOT_YET_APPLICABLE -> said.rules("not-yet-applicable").stream().findFirst();
            default -> Optional.empty();
        };
    }
}
