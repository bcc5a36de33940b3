package org.trainingaudit.regime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which regimes rest on which: by a rule that another's exemption lifts, a rule that it reads, or a step that it names. */
final class Reach {

    private final Regimes regimes;
    /** By regime, those that it rests on itself. */
    private final Map<String, Set<String>> restsOn = new HashMap<>();

    Reach(Regimes regimes) {
        this.regimes = regimes;
        for (CompiledRegime regime : regimes.compiled()) {
            Set<String> into = restsOn.computeIfAbsent(regime.id, id -> new HashSet<>());
            collect(regime.governs, into);
            regime.labels.forEach(label -> {
                collect(label.claimed(), into);
                label.readings().forEach(reading -> collect(reading.when(), into));
            });
            regime.rules.forEach(rule -> collect(rule, into));
        }
    }

    private void collect(CompiledRule rule, Set<String> into) {
        rule.exemptedBy.forEach(exemption -> into.add(exemption.regime.id));
        for (Clause clause : rule.clauses) {
            clause.from().ifPresent(step -> into.add(step.regime()));
            clause.to().ifPresent(step -> into.add(step.regime()));
            clause.conditions().forEach(condition -> collect(condition, into));
        }
    }

    private void collect(Condition condition, Set<String> into) {
        condition.rules().forEach(rule -> into.add(rule.regime.id));
        condition
                .steps()
                .forEach(step -> into.add(regimes.slots().stepAt(step).ref().regime()));
        condition.parts().forEach(part -> collect(part, into));
    }

    /** These, those that rest on one of them, and so on. */
    Set<String> of(Set<String> some) {
        Set<String> reached = new TreeSet<>(some);
        boolean grows = true;
        while (grows) {
            int before = reached.size();
            restsOn.forEach((regime, others) -> {
                if (others.stream().anyMatch(reached::contains)) {
                    reached.add(regime);
                }
            });
            grows = reached.size() > before;
        }
        return reached;
    }
}
