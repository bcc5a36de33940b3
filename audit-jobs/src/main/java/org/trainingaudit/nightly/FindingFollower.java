package org.trainingaudit.nightly;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trainingaudit.dataset.Source;
import org.trainingaudit.finding.Finding;
import org.trainingaudit.finding.FindingEvent;
import org.trainingaudit.finding.Findings;
import org.trainingaudit.finding.Sighting;
import org.trainingaudit.nightly.JudgeStep.JudgedUse;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Outcome;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.Rule;
import org.trainingaudit.regime.RuleKind;
import org.trainingaudit.regime.RuleOutcome;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.use.DerivedFacts;
import org.trainingaudit.use.Use;

/** Follows findings by what a run judges, and records what happens to them. Trials follow nothing. */
@Component
class FindingFollower {

    private static final String CATEGORIES = "categories";

    private final Findings findings;
    private final SafeNames names;
    private final Configuration setup;

    FindingFollower(Findings findings, SafeNames names, Configuration setup) {
        this.findings = findings;
        this.names = names;
        this.setup = setup;
    }

    /** The findings of these uses, as they are judged tonight; what happens to them is to be recorded. */
    List<EntryDraft> follow(Run run, Collection<? extends JudgedUse> judged) {
        if (!run.counts()) {
            return List.of();
        }
        List<Sighting> seen = new ArrayList<>();
        judged.forEach(use -> sightings(use, seen));
        return entries(run, findings.follow(setup.findings(), run.businessDate(), seen));
    }

    /** The findings of a use that is over. */
    List<EntryDraft> end(Run run, String use) {
        return entries(run, findings.end(use, run.businessDate()));
    }

    private static List<EntryDraft> entries(Run run, List<FindingEvent> events) {
        return events.stream().map(event -> FindingEntries.of(run, event)).toList();
    }

    private void sightings(JudgedUse judged, List<Sighting> seen) {
        Use use = judged.use();
        String dataset = use.dataset().isEmpty() ? "" : names.of(use.dataset());
        String owner = owner(use.dataset());
        List<String> categories = categories(use);
        for (Judgement judgement : judged.judgements()) {
            List<RuleOutcome> rules = decisive(judgement);
            Finding.Seen what = new Finding.Seen(
                    use.id(),
                    dataset,
                    judgement.regime(),
                    judgement.verdict(),
                    rules.stream().map(RuleOutcome::rule).toList(),
                    categories);
            seen.add(new Sighting(
                    what,
                    judgement.provisional(),
                    kinds(judgement.regime(), rules),
                    owner,
                    use.facts().members(DerivedFacts.SEEN_AS)));
        }
    }

    private static List<RuleOutcome> decisive(Judgement judgement) {
        Outcome wanted = judgement.verdict() == Verdict.VIOLATION ? Outcome.BREACHED : Outcome.NEEDS_REVIEW;
        return judgement.rules().stream()
                .filter(rule -> rule.outcome() == wanted)
                .toList();
    }

    private Set<RuleKind> kinds(String regime, List<RuleOutcome> rules) {
        Optional<Regime> law =
                rules.isEmpty() ? Optional.empty() : setup.regimes().get(regime);
        return rules.stream()
                .flatMap(rule -> law.flatMap(some -> some.rule(rule.rule())).map(Rule::kind).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> categories(Use use) {
        return List.copyOf(use.facts().members(CATEGORIES));
    }

    private String owner(String dataset) {
        return setup.sources()
                .source(Use.sourceOf(dataset))
                .map(Source::owner)
                .map(names::of)
                .orElse("");
    }
}
