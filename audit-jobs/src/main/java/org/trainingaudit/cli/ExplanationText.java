package org.trainingaudit.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trainingaudit.config.Names;
import org.trainingaudit.regime.Explanation;
import org.trainingaudit.regime.Explanation.Branch;
import org.trainingaudit.regime.Explanation.Known;
import org.trainingaudit.regime.Explanation.RuleExplanation;
import org.trainingaudit.regime.Explanation.Turn;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Outcome;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.RuleOutcome;
import org.trainingaudit.regime.Truth;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.ReconciledUse;
import org.trainingaudit.use.Use;

/** An explanation as indented text for people. */
final class ExplanationText {

    private final boolean everything;
    private final StringBuilder out = new StringBuilder();

    /**
     * Tells explanations.
     *
     * @param everything whether rules that don't concern the use are told in full as well
     */
    ExplanationText(boolean everything) {
        this.everything = everything;
    }

    String text(ReconciledUse reconciled, List<Explanation> explanations, LocalDate day, Optional<LocalDate> known) {
        Use use = reconciled.use();
        line(
                0,
                "Use " + use.id() + ", law as of " + day
                        + known.map(date -> ", known on " + date).orElse(""));
        line(0, "dataset " + use.dataset() + ", training " + use.training() + ", declared at " + use.origin());
        if (reconciled.weakScan()) {
            line(0, "weak scan: " + reconciled.weakReason());
        }
        reconciled
                .contradictions()
                .forEach(each -> line(
                        0,
                        "contradiction: " + each.what() + ": declared " + each.claimed() + ", seen " + each.observed()
                                + " (" + each.evidence() + ")"));
        explanations.stream().filter(each -> told(each)).forEach(this::regime);
        List<String> silent = explanations.stream()
                .filter(each -> !told(each))
                .map(each -> each.judgement().regime())
                .toList();
        if (!silent.isEmpty()) {
            out.append('\n');
            line(0, "not-applicable: " + String.join(", ", silent) + " (add --regime ID to see why)");
        }
        return out.toString();
    }

    private boolean told(Explanation explanation) {
        return everything || explanation.judgement().verdict() != Verdict.NOT_APPLICABLE;
    }

    private void regime(Explanation explanation) {
        Judgement judgement = explanation.judgement();
        out.append('\n');
        line(
                0,
                judgement.regime() + ": " + judgement.verdict().word()
                        + (judgement.provisional() ? ", provisional" : ""));
        Regime regime = explanation.regime();
        line(1, named(regime.name(), regime));
        line(1, "governs: " + explanation.scope().truth().word());
        if (everything || explanation.scope().truth() != Truth.TRUE) {
            branch(2, explanation.scope());
        }
        explanation.rules().forEach(rule -> rule(rule, regime));
    }

    private void rule(RuleExplanation rule, Regime regime) {
        RuleOutcome outcome = rule.outcome();
        String reason = outcome.reason().map(why -> " (" + why.word() + ")").orElse("");
        line(1, outcome.rule() + " " + outcome.outcome().word() + reason + ", " + outcome.citation());
        if (outcome.outcome() == Outcome.NOT_APPLICABLE && !everything) {
            return;
        }
        regime.rule(outcome.rule()).ifPresent(said -> line(2, named(said.title(), regime)));
        line(2, outcome.because());
        outcome.step()
                .ifPresent(step -> line(
                        2,
                        "since step " + step
                                + outcome.revision()
                                        .map(text -> ", revision " + text)
                                        .orElse("")));
        rule.parts().forEach(part -> {
            line(2, part.role() + ": " + part.condition().truth().word());
            branch(3, part.condition());
        });
        rule.sanctions().forEach(sanction -> line(2, "sanction " + sanction.text()));
        rule.turns().forEach(turn -> line(2, turn(turn)));
    }

    /** In English and in the law's own language, so that a reader of either finds it in the law. */
    private static String named(Names names, Regime regime) {
        return names.en()
                + regime.ownLanguage()
                        .flatMap(names::said)
                        .map(own -> " / " + own)
                        .orElse("");
    }

    private void branch(int depth, Branch branch) {
        if (branch.branches().isEmpty()) {
            line(depth, mark(branch) + branch.text());
            branch.facts().forEach(fact -> line(depth + 5, fact(fact)));
        } else {
            line(depth, mark(branch) + branch.text().substring(0, branch.text().indexOf(':')));
            branch.branches().forEach(each -> branch(depth + 1, each));
        }
    }

    private static String mark(Branch branch) {
        return String.format(Locale.ROOT, "%-8s ", branch.truth().word());
    }

    private static String fact(Known known) {
        String note = known.note().map(text -> " (" + text + ")").orElse("");
        String unstated = known.note().orElse("not stated");
        return known.name() + ": "
                + known.stated().map(fact -> stated(fact) + note).orElse(unstated);
    }

    private static String stated(Fact fact) {
        List<String> where = new ArrayList<>(List.of(fact.origin()));
        fact.since().ifPresent(day -> where.add("since " + day));
        fact.recorded().ifPresent(day -> where.add("recorded " + day));
        fact.until().ifPresent(day -> where.add("until " + day));
        fact.attestation().ifPresent(it -> where.add("attested by " + it.by() + ", evidence " + it.evidence()));
        return value(fact.value()) + "  <- " + String.join(", ", where);
    }

    private static String value(FactValue value) {
        return value instanceof FactValue.Members members && members.values().isEmpty()
                ? "none"
                : value instanceof FactValue.Members members
                        ? String.join(", ", members.values())
                        : String.valueOf(value.json());
    }

    private static String turn(Turn turn) {
        String changes = turn.changes().stream()
                .map(change -> change.fact() + " = " + value(change.value()))
                .collect(Collectors.joining(" and "));
        return "would be " + turn.outcome().word() + " with " + changes;
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth))
                .append(Printable.text(text).stripTrailing())
                .append('\n');
    }
}
