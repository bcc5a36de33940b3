package org.trainingaudit.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trainingaudit.report.Law.RuleText;
import org.trainingaudit.report.Recorded.OfFinding;
import org.trainingaudit.report.Recorded.OfVerdict;
import org.trainingaudit.report.Recorded.OfWaiver;

/** {@code findings.csv}: each violation followed over the nights, a row for every rule that it breaches. */
final class FindingsReport {

    static final Report<Row> REPORT = new Report<Row>(
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
            .text("dataset", "The dataset that is used", Row::dataset)
            .text("dataset_hash", "What the dataset looked like when it was last read", Row::fingerprint)
            .word("use", "The use that it is about", row -> row.last().use())
            .stated("use_from", "The day on which the use began, where that is stated", Row::useFrom)
            .stated("use_to", "The day on which the use ended", Row::useTo)
            .word("regime", "The body of law", row -> row.last().regime())
            .text("regime_sha256", "The version of it that was judged by", row -> row.verdict(OfVerdict::regimeSha256))
            .word("rule_id", "The rule that was breached, or is under review, when it was last recorded", Row::rule)
            .text("rule_kind", "duty, prohibition or watch", row -> row.text().kind())
            .text("citation", "Where the law has the rule", row -> row.text().citation())
            .text("jurisdiction", "Whose law it is", Row::jurisdiction)
            .text(
                    "verdict",
                    "What the regime says of the use tonight",
                    row -> row.verdict(said -> said.verdict().word()))
            .flag("provisional", "Whether that rests on a step whose date isn't fixed", Row::provisional)
            .list(
                    "verdict_reason",
                    "Why a person has to decide, where one has; of a law under review, what differs",
                    Row::reasons)
            .list("missing_facts", "The facts that could decide and that nobody has stated", Row::missing)
            .list("facts_read", "What is stated of the facts that the rule reads, name=value@who says so", Row::facts)
            .list("categories", "The kinds of personal data that are concerned", Row::categories)
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
            .text("sanction_text", "What a breach can cost, in words", Row::sanction)
            .text("remedy", "What mends it", row -> row.text().remedy())
            .list("would_suppress", "The exemptions that would lift the rule", Row::exemptions)
            .stated("effective_from", "The day from which the rule holds", Row::effectiveFrom)
            .stated("effective_to", "The day until which it holds, where one is fixed", Row::effectiveTo)
            .text("source_url", "Where to read the law", Row::source)
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

    /** A finding, one of its rules, and what the night knows around them. */
    record Row(Night night, FindingLine line, String rule, Optional<OfUse> use, Optional<OfVerdict> said) {

        OfFinding last() {
            return line.last();
        }

        RuleText text() {
            return night.law().rule(last().regime(), rule);
        }

        String dataset() {
            return last().dataset().isEmpty() ? use.map(OfUse::dataset).orElse("") : last().dataset();
        }

        String fingerprint() {
            return night.fingerprint(dataset());
        }

        String fact(String name) {
            return use.map(some -> some.fact(name)).orElse("");
        }

        String useFrom() {
            return Stream.of("activityBegan", "trainingStart", "providedOn", "acquiredOn")
                    .map(this::fact)
                    .filter(day -> !day.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        String useTo() {
            return use.filter(OfUse::ended).map(some -> night.dayOf(some.run())).orElse("");
        }

        String verdict(Function<OfVerdict, String> what) {
            return said.map(what).orElse("");
        }

        String jurisdiction() {
            return night.law().jurisdiction(last().regime());
        }

        boolean provisional() {
            return said.map(OfVerdict::provisional).orElse(false);
        }

        private Stream<Recorded.OfRule> outcome() {
            return said.stream()
                    .flatMap(some -> some.rules().stream())
                    .filter(each -> each.rule().equals(rule));
        }

        /** Of a difference between a pack and its law, what differs; nobody has judged that. */
        List<String> reasons() {
            if (last().isOfLaw()) {
                return List.of(last().reason());
            }
            return outcome()
                    .map(Recorded.OfRule::reason)
                    .filter(reason -> !reason.isEmpty())
                    .toList();
        }

        List<String> missing() {
            return outcome()
                    .flatMap(each -> each.missing().stream())
                    .sorted(Key::compareAsUtf8)
                    .toList();
        }

        List<String> facts() {
            return use.stream()
                    .flatMap(some -> some.facts().stream())
                    .filter(fact -> text().names().contains(fact.name()))
                    .map(fact -> fact.name() + "=" + fact.shown() + "@" + fact.origin())
                    .sorted(Key::compareAsUtf8)
                    .toList();
        }

        List<String> categories() {
            return last().categories().isEmpty()
                    ? use.map(some -> some.members("categories")).orElse(List.of())
                    : last().categories();
        }

        String sanction() {
            return String.join("; ", night.law().sanctions(last().regime(), text().sanctions()));
        }

        List<String> exemptions() {
            return night.law().exemptionsOf(last().regime(), rule);
        }

        String effectiveFrom() {
            return night.law().step(last().regime(), text().from()).day();
        }

        /** Rules of several versions have an end only at one of them, so a fixed one is told where there is just one. */
        String effectiveTo() {
            return night.law().step(last().regime(), text().to()).date();
        }

        /** The last waiver of it on which somebody decided. */
        Optional<OfWaiver> review() {
            return line.waivers().stream().filter(OfWaiver::decided).reduce((first, second) -> second);
        }

        String review(Function<OfWaiver, String> what) {
            return review().map(what).orElse("");
        }

        String source() {
            return night.law().source(last().regime());
        }

        Optional<OfWaiver> waiver() {
            return line.holding().or(line::requested);
        }

        String waiver(Function<OfWaiver, String> what) {
            return waiver().map(what).orElse("");
        }
    }

    private static List<Row> rows(Dossier dossier) {
        return dossier.findings().stream().flatMap(line -> rows(dossier, line)).toList();
    }

    private static Stream<Row> rows(Dossier dossier, FindingLine line) {
        Optional<OfVerdict> said = dossier.verdict(line.last().regime());
        return line.last().rules().stream()
                .distinct()
                .map(rule -> new Row(dossier.night(), line, rule, dossier.use(), said));
    }
}
