package org.trainingaudit.regime;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Names;

/**
 * One requirement of a regime, as people read it.
 *
 * @param id unique within its regime
 * @param kind what it does
 * @param citation where the law says so
 * @param title the requirement in a line
 * @param remedy what mends a breach
 * @param sanctions codes of what a breach can cost, or a line in words
 * @param confirmed whether its wording was read in the law's text
 * @param note what a reader should know
 */
public record Rule(
        String id,
        RuleKind kind,
        String citation,
        Names title,
        Optional<Names> remedy,
        List<String> sanctions,
        boolean confirmed,
        Optional<String> note) {

    public Rule {
        sanctions = List.copyOf(sanctions);
    }
}
