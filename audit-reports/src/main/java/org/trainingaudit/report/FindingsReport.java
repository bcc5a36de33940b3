package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trainingaudit.report.Recorded.OfWaiver;

/** {@code findings.csv}: each violation followed over the nights. */
final class FindingsReport {

    static final Report<Row> REPORT = new Report<>("findings", "Findings", 1, FindingsReport::rows)
            .key(
                    "finding",
                    "The finding's id, the same every night",
                    row -> row.line().last().finding())
            .text("use", "The use that it is about", row -> row.line().last().use())
            .text("regime", "The body of law", row -> row.line().last().regime())
            .list(
                    "rules",
                    "The rules that were breached when it was last recorded",
                    row -> row.line().last().rules())
            .list("citations", "Where the law has each of them, in their order", Row::citations)
            .word("status", "open, waived or closed", row -> row.line().status())
            .text(
                    "reason",
                    "What the last opening or closing gave as its reason",
                    row -> row.line().last().reason())
            .day(
                    "opened_on",
                    "The business date on which it was first opened",
                    row -> row.line().history().openedOn())
            .day(
                    "reopened_on",
                    "The business date on which it was last opened again",
                    row -> row.line().history().reopenedOn())
            .count(
                    "reopened_count",
                    "How often it was opened again",
                    row -> OptionalLong.of(row.line().history().reopened()))
            .day(
                    "last_on",
                    "The last business date on which it was open, or on which it was closed",
                    row -> row.line().lastOn())
            .day(
                    "closed_on",
                    "The business date on which it was closed",
                    row -> row.line().history().closedOn())
            .count(
                    "days_open",
                    "Days from its last opening until then",
                    row -> row.line().daysOpen())
            .day("waiver_until", "The last day on which its waiver holds", Row::waivedUntil)
            .text(
                    "waiver_requester",
                    "The account that asked for the waiver",
                    row -> row.waiver().map(OfWaiver::requester).orElse(""))
            .text(
                    "waiver_approver",
                    "The account that approved it",
                    row -> row.waiver().map(OfWaiver::approver).orElse(""))
            .text(
                    "waiver_reason",
                    "Why it was approved",
                    row -> row.waiver().map(OfWaiver::reason).orElse(""))
            .word(
                    "trail_ref",
                    "The id of the last entry in the trail",
                    row -> row.line().last().ref());

    private FindingsReport() {}

    /** A finding with its citations. */
    record Row(FindingLine line, List<String> citations) {

        Optional<OfWaiver> waiver() {
            return line.holding();
        }

        Optional<LocalDate> waivedUntil() {
            return waiver().flatMap(OfWaiver::until);
        }
    }

    private static List<Row> rows(Night night) {
        return night.findings().stream().map(line -> row(night, line)).toList();
    }

    private static Row row(Night night, FindingLine line) {
        return new Row(
                line,
                line.last().rules().stream()
                        .map(rule -> night.vocabulary().citation(line.last().regime(), rule))
                        .toList());
    }
}
