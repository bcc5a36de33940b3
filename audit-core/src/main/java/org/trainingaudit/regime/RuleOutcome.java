package org.trainingaudit.regime;

import java.util.List;
import java.util.Optional;

/**
 * What one rule says of one use.
 *
 * @param rule the rule's id
 * @param outcome what it says
 * @param reason why a person has to look; there exactly where the outcome is needs-review
 * @param citation where the law says so
 * @param missing the facts that could decide it, sorted
 * @param by the exemption that lifted or softened it, as {@code regime/rule}
 * @param because the answer in a line
 * @param step the step with which the rule (or this version of it) started, as {@code regime.step}
 * @param revision the law's text that the step brought
 */
public record RuleOutcome(
        String rule,
        Outcome outcome,
        Optional<Reason> reason,
        String citation,
        List<String> missing,
        Optional<String> by,
        String because,
        Optional<String> step,
        Optional<String> revision) {

    public RuleOutcome {
        missing = List.copyOf(missing);
    }
}
