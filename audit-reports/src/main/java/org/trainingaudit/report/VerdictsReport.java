package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trainingaudit.config.Names;
import org.trainingaudit.report.Recorded.OfRule;
import org.trainingaudit.report.Recorded.OfUse;
import org.trainingaudit.report.Recorded.OfVerdict;

/** {@code verdicts.csv}: what each regime says of each use; a row for every pair, so that the counts add up. */
final class VerdictsReport {

    static final Report<Row> REPORT = new Report<>("verdicts", "Verdicts by use and regime", 1, VerdictsReport::rows)
            .key("use", "The use's id", row -> row.said().use())
            .text("dataset", "The dataset that is used", row -> row.said().dataset())
            .text("training", "The training that groups its uses", Row::training)
            .key("regime", "The body of law", row -> row.said().regime())
            .text("regime_name_en", "Its name in English", row -> row.name(Names::en))
            .text("regime_name_ja", "Its name in Japanese", row -> row.name(Names::ja))
            .day("as_of", "The day as of which the law was read", row -> Optional.of(row.asOf()))
            .word(
                    "verdict",
                    "violation, needs-review, not-yet-applicable, compliant, or not-applicable",
                    row -> row.said().verdict().word())
            .flag(
                    "provisional",
                    "Whether it rests on a step whose date isn't fixed",
                    row -> row.said().provisional())
            .list("rules_breached", "The rules that are breached", row -> row.ids("breached"))
            .list("citations", "Where the law has each breached rule, in their order", Row::citations)
            .list("rules_review", "The rules on which a person has to decide", row -> row.ids("needs-review"))
            .list(
                    "review_reasons",
                    "Why, for each of them: missing-facts, judgement, weak-scan or unconfirmed-law",
                    row -> row.each("needs-review", OfRule::reason))
            .list("rules_exempt", "The rules that an exemption suppresses", row -> row.ids("exempt"))
            .list(
                    "exempt_by",
                    "By which rule, for each of them",
                    row -> row.each("exempt", rule -> String.join(" ", rule.by())))
            .list("missing_facts", "The facts that nobody has stated and that could decide", Row::missing)
            .text("changed_on", "The business date on which this was first recorded as it is", Row::changedOn)
            .word(
                    "trail_ref",
                    "The id of the entry in the trail",
                    row -> row.said().ref());

    private VerdictsReport() {}

    /** A verdict with what the night knows around it. */
    record Row(
            OfVerdict said,
            String training,
            Optional<Names> regimeName,
            LocalDate asOf,
            List<String> citations,
            String changedOn) {

        String name(Function<Names, String> language) {
            return regimeName.map(language).orElse("");
        }

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

    private static List<Row> rows(Night night) {
        Stream<OfVerdict> silent = night.uses().stream().flatMap(use -> silent(night, use));
        return Stream.concat(night.verdicts().stream(), silent)
                .map(said -> row(night, said))
                .sorted(Comparator.comparing(
                        (Row row) -> Key.of(row.said().use(), row.said().regime())))
                .toList();
    }

    /** The regimes that have nothing to say of a use; the use's own entry lists them. */
    private static Stream<OfVerdict> silent(Night night, OfUse use) {
        return night.run().regimes().stream()
                .filter(regime -> !night.governs(regime, use))
                .map(regime -> new OfVerdict(
                        use.run(),
                        use.ref(),
                        use.use(),
                        use.dataset(),
                        regime,
                        Verdict.NOT_APPLICABLE,
                        false,
                        List.of()));
    }

    private static Row row(Night night, OfVerdict said) {
        List<String> citations = said.rules("breached").stream()
                .map(rule -> night.vocabulary().citation(said.regime(), rule.rule()))
                .toList();
        return new Row(
                said,
                night.use(said.use()).map(OfUse::training).orElse(""),
                night.vocabulary().regimeName(said.regime()),
                night.run().asOf(),
                citations,
                night.dayOf(said.run()));
    }
}
