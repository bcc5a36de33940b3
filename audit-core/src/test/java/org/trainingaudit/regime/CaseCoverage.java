package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.config.Node;

/** Which outcomes the cases of one regime want of each rule: met, unmet, and undecided for want of a fact. */
final class CaseCoverage {

    static final String SATISFIED = Outcome.SATISFIED.word();
    static final String MISSING = "missing";

    private final Map<String, Set<String>> wanted = new HashMap<>();

    CaseCoverage(Collection<Node> cases) {
        cases.forEach(each -> take((Node.Fields) each));
    }

    private void take(Node.Fields each) {
        boolean asks = each.get(MISSING).isPresent();
        for (String key : List.of("rules", "fires")) {
            if (each.get(key).orElse(null) instanceof Node.Fields rules) {
                rules.fields().forEach(rule -> take(rule.name(), ((Node.Scalar) rule.value()).text(), asks));
            }
        }
    }

    private void take(String rule, String outcome, boolean asks) {
        Set<String> outcomes = wanted.computeIfAbsent(rule, name -> new TreeSet<>());
        outcomes.add(outcome);
        if (asks && outcome.equals(Outcome.NEEDS_REVIEW.word())) {
            outcomes.add(MISSING);
        }
    }

    boolean has(String rule, String outcome) {
        return wanted.getOrDefault(rule, Set.of()).contains(outcome);
    }

    /** What the cases of a written duty or prohibition lack; nothing of an exemption or a watch. */
    List<String> lacking(Node.Fields rule) {
        String kind = text(rule, "kind");
        if (!kind.equals(RuleKind.DUTY.word()) && !kind.equals(RuleKind.PROHIBITION.word())) {
            return List.of();
        }
        String unmet = text(rule, "unmet").equals("violation") ? Outcome.BREACHED.word() : Outcome.NEEDS_REVIEW.word();
        List<String> lacking = new ArrayList<>(List.of(SATISFIED, unmet, MISSING));
        lacking.removeIf(outcome -> has(text(rule, "id"), outcome));
        return lacking;
    }

    static String text(Node.Fields rule, String key) {
        return rule.get(key).map(value -> ((Node.Scalar) value).text()).orElse("");
    }
}
