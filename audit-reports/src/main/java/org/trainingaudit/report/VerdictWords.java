package org.trainingaudit.report;

import java.util.Optional;
import java.util.function.Function;
import org.trainingaudit.csv.CsvList;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.report.Law.StepText;
import org.trainingaudit.report.Recorded.OfRule;

/** What the rules behind a verdict say, as the cells of a row: lists are joined as in a file. */
record VerdictWords(
        String regime,
        Verdict verdict,
        String reasons,
        String breached,
        String citations,
        String review,
        String exempt,
        String missing,
        String step,
        StepText stepText) {

    static VerdictWords of(Outcomes rules, LawText law, String regime, Verdict verdict) {
        String step = deciding(rules, verdict)
                .map(rule -> law.rule(regime, rule.rule()).from())
                .orElse("");
        return new VerdictWords(
                regime,
                verdict,
                joined(rules, "needs-review", OfRule::reason),
                joined(rules, "breached", OfRule::rule),
                joined(rules, "breached", rule -> law.rule(regime, rule.rule()).citation()),
                joined(rules, "needs-review", OfRule::rule),
                joined(rules, "exempt", VerdictWords::lifted),
                CsvList.join(rules.all().stream()
                        .flatMap(rule -> rule.missing().stream())
                        .distinct()
                        .sorted(Key::compareAsUtf8)
                        .toList()),
                step,
                law.step(regime, step));
    }

    private static String joined(Outcomes rules, String outcome, Function<OfRule, String> what) {
        return CsvList.join(rules.of(outcome).stream().map(what).toList());
    }

    private static String lifted(OfRule rule) {
        return rule.by().isEmpty() ? rule.rule() : rule.rule() + " by " + String.join(" ", rule.by());
    }

    private static Optional<OfRule> deciding(Outcomes rules, Verdict verdict) {
        return switch (verdict) {
            case VIOLATION -> rules.of("breached").stream().findFirst();
            case NEEDS_REVIEW -> rules.of("needs-review").stream().findFirst();
            case NOT_YET_APPLICABLE -> rules.of("not-yet-applicable").stream().findFirst();
            default -> Optional.empty();
        };
    }
}
