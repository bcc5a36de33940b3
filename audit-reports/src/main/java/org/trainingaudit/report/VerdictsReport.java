package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            .joined(
                    "verdict_reason",
                    "Why a person has to decide, for each rule under review: missing-facts, judgement, weak-scan or"
                            + " unconfirmed-law",
                    row -> row.words().reasons())
            .joined(
                    "rules_breached",
                    "The rules that are breached",
                    row -> row.words().breached())
            .joined(
                    "citations",
                    "Where the law has each breached rule, in their order",
                    row -> row.words().citations())
            .joined(
                    "rules_review",
                    "The rules on which a person has to decide",
                    row -> row.words().review())
            .joined(
                    "rules_exempt",
                    "The rules that an exemption lifts, each with the exemption",
                    row -> row.words().exempt())
            .joined(
                    "missing_facts",
                    "The facts that nobody has stated and that could decide",
                    row -> row.words().missing())
            .text(
                    "step",
                    "The step of the law with which the first deciding rule started",
                    row -> row.words().step())
            .text(
                    "step_certainty",
                    "How sure that step's date is",
                    row -> row.words().stepText().certainty())
            .stated("changed_on", "The business date on which this was first recorded as it is", Row::changedOn);

    private VerdictsReport() {}

    /** A verdict with what the night knows around it. */
    record Row(OfVerdict said, LocalDate asOf, VerdictWords words, String changedOn) {}

    private static List<Row> rows(Dossier dossier) {
        List<OfVerdict> verdicts = dossier.verdicts();
        List<Row> rows = new ArrayList<>(verdicts.size());
        for (OfVerdict said : verdicts) {
            rows.add(row(dossier.night(), said));
        }
        return rows;
    }

    private static Row row(Night night, OfVerdict said) {
        VerdictWords words = said.outcomes().words(night.law(), said.regime(), said.verdict());
        return new Row(said, night.run().asOf(), words, night.dayOf(said.run()));
    }
}
