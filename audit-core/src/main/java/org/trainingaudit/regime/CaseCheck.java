package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingaudit.config.Written;

/** Lays what a case wants beside what was said. */
final class CaseCheck {

    private final String regime;
    private final CaseDocument.CasePart part;
    private final Map<String, Judgement> judgements;
    private final Map<String, List<RuleSanction>> sanctions;
    private final List<String> wanted = new ArrayList<>();
    private final List<String> got = new ArrayList<>();

    CaseCheck(
            String regime,
            CaseDocument.CasePart part,
            Map<String, Judgement> judgements,
            Map<String, List<RuleSanction>> sanctions) {
        this.regime = regime;
        this.part = part;
        this.judgements = judgements;
        this.sanctions = sanctions;
    }

    CaseResult result() {
        Optional<Judgement> judgement = Optional.ofNullable(judgements.get(regime));
        String verdict = judgement.map(each -> each.verdict().word()).orElse("refused");
        part.verdict()
                .map(Written::of)
                .filter(word -> !word.equals(verdict))
                .ifPresent(word -> differ(
                        "verdict " + word,
                        "verdict " + verdict + judgement.map(CaseCheck::adverse).orElse("")));
        part.provisional().ifPresent(wish -> {
            boolean said = judgement.map(Judgement::provisional).orElse(false);
            if (said != wish) {
                differ("provisional: " + wish, "provisional: " + said);
            }
        });
        part.rules().forEach(this::checkExactly);
        part.fires().forEach(this::checkAtLeast);
        part.sanctions().forEach(this::checkSanction);
        checkMissing(judgement);
        return new CaseResult(regime, part.note(), part.at(), wanted, got);
    }

    private static String adverse(Judgement judgement) {
        return judgement.rules().stream()
                .filter(each -> each.outcome().isAtLeast(Outcome.NOT_YET_APPLICABLE))
                .map(CaseCheck::told)
                .collect(Collectors.joining("; ", " (", ")"));
    }

    private void checkExactly(String rule, CaseDocument.WantedOutcome wish) {
        Optional<RuleOutcome> said = find(rule);
        if (!said.map(RuleOutcome::outcome).equals(wish.outcome())) {
            differ(rule + " " + Written.of(wish), said.map(CaseCheck::told).orElse(rule + " none"));
        }
    }

    private void checkAtLeast(String rule, Outcome wish) {
        Optional<RuleOutcome> said = find(rule);
        if (said.filter(outcome -> outcome.outcome().isAtLeast(wish)).isEmpty()) {
            differ(rule + " at least " + wish.word(), said.map(CaseCheck::told).orElse(rule + " none"));
        }
    }

    /** The plainest word of all breached rules counts. */
    private void checkSanction(String code, CaseDocument.WantedStanding wish) {
        String said = sanctions.values().stream()
                .flatMap(List::stream)
                .filter(each -> each.code().equals(code))
                .map(RuleSanction::standing)
                .min(Comparator.naturalOrder())
                .map(RuleSanction.Standing::word)
                .orElse(Written.of(CaseDocument.WantedStanding.NONE));
        if (!said.equals(Written.of(wish))) {
            differ("sanction " + code + " " + Written.of(wish), "sanction " + code + " " + said);
        }
    }

    private Optional<RuleOutcome> find(String rule) {
        int slash = rule.indexOf('/');
        Judgement judgement = judgements.get(slash < 0 ? regime : rule.substring(0, slash));
        return judgement == null ? Optional.empty() : judgement.rule(rule.substring(slash + 1));
    }

    private static String told(RuleOutcome outcome) {
        return outcome.rule() + " " + outcome.outcome().word() + " (" + outcome.because() + ")";
    }

    private void checkMissing(Optional<Judgement> judgement) {
        Set<String> said = judgement.<Set<String>>map(Judgement::missing).orElse(Set.of());
        for (var fact : part.missing()) {
            if (!said.contains(fact.value())) {
                differ("missing " + fact, "missing " + said);
            }
        }
    }

    private void differ(String wish, String said) {
        wanted.add(wish);
        got.add(said);
    }
}
