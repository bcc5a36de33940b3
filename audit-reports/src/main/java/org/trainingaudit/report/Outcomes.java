package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.report.Recorded.OfRule;

/** What the rules of one regime say of a use. Made once for all uses of which the rules say the same, and so is what it comes to. */
final class Outcomes {

    private final List<OfRule> all;
    private final Map<String, List<OfRule>> byOutcome = new HashMap<>();
    private final boolean weak;
    private Optional<VerdictWords> words = Optional.empty();

    Outcomes(List<OfRule> rules) {
        this.all = List.copyOf(rules);
        all.forEach(rule -> byOutcome
                .computeIfAbsent(rule.outcome(), none -> new ArrayList<>())
                .add(rule));
        this.weak = all.stream().anyMatch(rule -> rule.reason().equals("weak-scan"));
    }

    /** All of them, in the regime's order. */
    List<OfRule> all() {
        return all;
    }

    /** The rules with that outcome. */
    List<OfRule> of(String outcome) {
        return byOutcome.getOrDefault(outcome, List.of());
    }

    /** Whether a rule can't be decided because something wasn't read. */
    boolean weak() {
        return weak;
    }

    /** What they come to in words under a regime and with a verdict. */
    VerdictWords words(LawText law, String regime, Verdict verdict) {
        VerdictWords last = words.orElse(null);
        if (last == null || last.verdict() != verdict || !last.regime().equals(regime)) {
            last = VerdictWords.of(this, law, regime, verdict);
            words = Optional.of(last);
        }
        return last;
    }
}
