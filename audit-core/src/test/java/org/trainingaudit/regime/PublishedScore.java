package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Text;
import org.trainingaudit.config.Written;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;

/**
 * Published cases beside what the packs say of them.
 *
 * @param title what was read: which law, and what unconfirmed rules could say
 * @param lines one per case, in the order in which they are written
 */
record PublishedScore(String title, List<Line> lines) {

    /**
     * One case.
     *
     * @param verdict the worst that the packs of its laws say; empty where none of them is modelled
     * @param rules the rules that make up the verdict
     * @param notModelled its laws without a pack, or whose pack starts later
     */
    record Line(PublishedCases.Case part, Optional<Verdict> verdict, Set<String> rules, List<String> notModelled) {

        boolean agrees() {
            return verdict.map(part.decision()::agrees).orElse(false);
        }

        boolean isWorstError() {
            return verdict.map(part.decision()::isClearedBy).orElse(false);
        }

        /** Breached rules by name; rules that only ask are many, so they are counted. */
        private String reason() {
            boolean breached = verdict.filter(said -> said == Verdict.VIOLATION).isPresent();
            return breached || rules.isEmpty() ? String.join(" ", rules) : rules.size() + " rules ask";
        }

        private String text() {
            String result = verdict.isEmpty() ? "" : isWorstError() ? "WORST ERROR" : agrees() ? "agrees" : "differs";
            String missed = notModelled.isEmpty() ? "" : "not modelled: " + String.join(", ", notModelled);
            return String.format(
                            Locale.ROOT,
                            "  %-24s %-26s %-14s %-12s %s %s",
                            part.id(),
                            Written.of(part.decision()),
                            verdict.map(Verdict::word).orElse("-"),
                            result,
                            reason(),
                            missed)
                    .stripTrailing();
        }
    }

    /** Judges every case on a day that the case gives. */
    static PublishedScore of(
            String title,
            PublishedCases cases,
            Function<PublishedCases.Case, LocalDate> day,
            Unconfirmed unconfirmed,
            Regimes regimes,
            FactCatalogue catalogue) {
        List<Line> lines = new ArrayList<>();
        for (PublishedCases.Case each : cases.cases()) {
            JudgeOptions options = new JudgeOptions(day.apply(each), Map.of(), unconfirmed);
            lines.add(new Scorer(regimes.judge(options), regimes, catalogue).line(each, cases.packs()));
        }
        return new PublishedScore(title, List.copyOf(lines));
    }

    long agreeing() {
        return lines.stream().filter(Line::agrees).count();
    }

    List<String> worstErrors() {
        return lines.stream()
                .filter(Line::isWorstError)
                .map(line -> line.part().id())
                .toList();
    }

    /** The table and the count, as a person reads them. */
    String text() {
        long modelled =
                lines.stream().filter(line -> line.verdict().isPresent()).count();
        return title + lines.stream().map(Line::text).collect(Collectors.joining("\n", "\n", "\n"))
                + "  agreement: " + agreeing() + " of " + modelled + " modelled, " + (lines.size() - modelled)
                + " not modelled, " + worstErrors().size() + " forbidden and let pass\n";
    }

    /** Judges one case under each law that it names. */
    private record Scorer(Judge judge, Regimes regimes, FactCatalogue catalogue) {

        Line line(PublishedCases.Case each, Map<String, Text> packs) {
            Facts facts = PublishedCases.facts(each, catalogue, new Faults());
            Optional<Verdict> worst = Optional.empty();
            Set<String> rules = new TreeSet<>();
            List<String> notModelled = new ArrayList<>();
            for (String law : each.laws()) {
                Optional<String> pack =
                        Optional.ofNullable(packs.get(law)).map(Text::value).filter(this::hasStarted);
                if (pack.isEmpty()) {
                    notModelled.add(law);
                } else {
                    List<Judgement> judgements = completions(each.open(), facts)
                            .flatMap(full -> judge.judge(full, false, pack.get()).stream())
                            .toList();
                    Verdict verdict = common(judgements);
                    rules.addAll(rules(judgements, verdict));
                    worst = Optional.of(
                            worst.filter(other -> other.compareTo(verdict) < 0).orElse(verdict));
                }
            }
            return new Line(each, worst, rules, notModelled);
        }

        private boolean hasStarted(String pack) {
            LocalDate day = judge.options().asOf();
            return regimes.get(pack).stream()
                    .flatMap(regime -> regime.steps().stream())
                    .flatMap(step -> step.date().stream())
                    .anyMatch(date -> !date.isAfter(day));
        }

        /** The facts with every value that the open ones may have. */
        private Stream<Facts> completions(List<Text> open, Facts facts) {
            if (open.isEmpty()) {
                return Stream.of(facts);
            }
            Text first = open.get(0);
            return PublishedCases.choices(first, catalogue).stream()
                    .map(value -> Fact.of(first.value(), new FactValue.Text(value), "open"))
                    .flatMap(fact -> completions(open.subList(1, open.size()), facts.with(List.of(fact))));
        }

        /** What all say; where they differ, or the law refuses to be judged, a person decides. */
        private static Verdict common(List<Judgement> judgements) {
            Set<Verdict> said = judgements.stream().map(Judgement::verdict).collect(Collectors.toSet());
            return said.size() == 1 ? said.iterator().next() : Verdict.NEEDS_REVIEW;
        }

        private static Set<String> rules(List<Judgement> judgements, Verdict verdict) {
            return judgements.stream()
                    .flatMap(judgement -> judgement.rules().stream())
                    .filter(rule -> rule.outcome().verdict() == verdict)
                    .filter(rule -> verdict != Verdict.COMPLIANT)
                    .map(RuleOutcome::rule)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
