package org.trainingaudit.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.trainingaudit.report.Recorded.OfVerdict;
import org.trainingaudit.report.Recorded.OfWaiver;

/** {@code findings.csv}: each violation followed over the nights, a row for every rule that it breaches. */
final class FindingsReport {

    static final Report<FindingRow> REPORT = new Report<FindingRow>(
                    "findings",
                    "Findings",
                    2,
                    RowSource.ofUses(FindingsReport::rows),
                    row -> row.last().finding() + "/" + row.rule())
            .word(
                    "finding",
                    "The finding's id, the same every night",
                    row -> row.last().finding())
            .word(
                    "trail_ref",
                    "The id of its last entry in the trail",
                    row -> row.last().ref())
            .text("dataset", "The dataset that is used", FindingRow::dataset)
            .text("dataset_hash", "What the dataset looked like when it was last read", FindingRow::fingerprint)
            .word("use", "The use that it is about", row -> row.last().use())
            .stated("use_from", "The day on which the use began, where that is stated", FindingRow::useFrom)
            .stated("use_to", "The day on which the use ended", FindingRow::useTo)
            .word("regime", "The body of law", row -> row.last().regime())
            .text("regime_sha256", "The version of it that was judged by", row -> row.verdict(OfVerdict::regimeSha256))
            .word(
                    "rule_id",
                    "The rule that was breached, or is under review, when it was last recorded",
                    FindingRow::rule)
            .text("rule_kind", "duty, prohibition or watch", row -> row.text().kind())
            .text("citation", "Where the law has the rule", row -> row.text().citation())
            .text("jurisdiction", "Whose law it is", FindingRow::jurisdiction)
            .text(
                    "verdict",
                    "What the regime says of the use tonight",
                    row -> row.verdict(said -> said.verdict().word()))
            .flag("provisional", "Whether that rests on a step whose date isn't fixed", FindingRow::provisional)
            .list(
                    "verdict_reason",
                    "Why a person has to decide, where one has; of a law under review, what differs",
                    FindingRow::reasons)
            .list("missing_facts", "The facts that could decide and that nobody has stated", FindingRow::missing)
            .list(
                    "facts_read",
                    "What is stated of the facts that the rule reads, name=value@who says so",
                    FindingRow::facts)
            .list("categories", "The kinds of personal data that are concerned", FindingRow::categories)
            .text("distinct_subjects", "How many people, as a band", row -> Bands.of(row.fact("distinctSubjects")))
            .text("min_age_band", "The age of the youngest, as a band", row -> Bands.ofAge(row.fact("minAge")))
            .text("recipient", "Who receives the data", row -> row.fact("recipientId"))
            .text("recipient_country", "Where the recipient is", row -> row.fact("recipientCountry"))
            .text(
                    "sanction_code",
                    "What a breach can cost, as the regime names it",
                    row -> row.text().sanctions().stream()
                            .filter(code -> code.length() <= 8)
                            .findFirst()
                            .orElse(""))
            .text("sanction_text", "What a breach can cost, in words", FindingRow::sanction)
            .text("remedy", "What mends it", row -> row.text().remedy())
            .list("would_suppress", "The exemptions that would lift the rule", FindingRow::exemptions)
            .stated("effective_from", "The day from which the rule holds", FindingRow::effectiveFrom)
            .stated("effective_to", "The day until which it holds, where one is fixed", FindingRow::effectiveTo)
            .text("source_url", "Where to read the law", FindingRow::source)
            .text("reviewer", "The account that decided on a waiver of it", row -> row.review(OfWaiver::approver))
            .text("reviewer_decision", "What that person decided", row -> row.review(OfWaiver::state))
            .day("reviewed_on", "When", row -> row.review().flatMap(OfWaiver::decidedOn))
            .text(
                    "supersedes",
                    "The finding that it goes on from, where its use was seen before somebody declared it",
                    row -> row.line().history().supersedes())
            .word(
                    "status",
                    "open, waiver-requested, waived or closed",
                    row -> row.line().status())
            .day(
                    "opened_on",
                    "The business date on which it was first opened",
                    row -> row.line().history().openedOn())
            .day(
                    "last_seen_on",
                    "The last business date on which it was open, or on which it was closed",
                    row -> row.line().lastOn())
            .day(
                    "closed_on",
                    "The business date on which it was closed",
                    row -> row.line().history().closedOn())
            .count(
                    "reopened_count",
                    "How often it was opened again",
                    row -> OptionalLong.of(row.line().history().reopened()))
            .text("owner", "Who has to mend it", row -> row.last().owner())
            .day(
                    "due_on",
                    "The day by which it has to be mended",
                    row -> row.last().dueOn())
            .count(
                    "days_open",
                    "Days from its last opening until it was last seen",
                    row -> row.line().daysOpen())
            .day(
                    "waiver_until",
                    "The last day on which its waiver holds, or is asked to",
                    row -> row.waiver().flatMap(OfWaiver::until))
            .text("waiver_requester", "The account that asked for the waiver", row -> row.waiver(OfWaiver::requester))
            .text("waiver_approver", "The account that approved it", row -> row.waiver(OfWaiver::approver))
            .text("waiver_reason", "Why it was asked for", row -> row.waiver(OfWaiver::reason));

    private FindingsReport() {}

    private static List<FindingRow> rows(Dossier dossier) {
        return dossier.findings().stream().flatMap(line -> rows(dossier, line)).toList();
    }

    private static Stream<FindingRow> rows(Dossier dossier, FindingLine line) {
        Optional<OfVerdict> said = dossier.verdict(line.last().regime());
        return line.last().rules().stream()
                .distinct()
                .map(rule -> new FindingRow(dossier.night(), line, rule, dossier.use(), said));
    }
}
