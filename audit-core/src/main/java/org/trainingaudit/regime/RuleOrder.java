package org.trainingaudit.regime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingaudit.config.Faults;

/** The order in which rules are settled: each after those whose outcome it reads and those that may lift it. */
final class RuleOrder {

    private final Faults faults;
    private final Set<CompiledRule> done = new LinkedHashSet<>();
    private final Deque<CompiledRule> path = new ArrayDeque<>();

    private RuleOrder(Faults faults) {
        this.faults = faults;
    }

    /** All rules in order; rules that wait for each other are told. */
    static List<CompiledRule> of(Collection<CompiledRule> rules, Faults faults) {
        RuleOrder order = new RuleOrder(faults);
        rules.forEach(order::visit);
        return new ArrayList<>(order.done);
    }

    private void visit(CompiledRule rule) {
        if (done.contains(rule)) {
            return;
        }
        if (path.contains(rule)) {
            tell(rule);
            return;
        }
        path.addLast(rule);
        rule.passes().forEach(this::visit);
        rule.exemptedBy.forEach(this::visit);
        path.removeLast();
        done.add(rule);
    }

    private void tell(CompiledRule rule) {
        String round = path.stream()
                .dropWhile(each -> each != rule)
                .map(CompiledRule::key)
                .collect(Collectors.joining(" -> "));
        faults.add(
                rule.at,
                "rule '" + rule.id + "' waits for itself: " + round + " -> " + rule.key()
                        + "; take out one 'passes' or 'exempts'");
    }
}
