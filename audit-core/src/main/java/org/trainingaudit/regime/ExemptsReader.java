package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;

/** Reads the list under {@code exempts} of one rule, and looks its rules up. */
record ExemptsReader(
        RegimeSource source,
        Map<String, CompiledRule> all,
        CompiledRule rule,
        RegimeSource.RuleSource from,
        Faults faults) {

    List<CompiledRule> rules() {
        Node exempts = from.tree().get("exempts").orElse(null);
        if (exempts == null || !rule.isExemption()) {
            return List.of();
        }
        if (exempts instanceof Node.Scalar scalar && scalar.text().equals("all")) {
            rule.exemptsAll = true;
            Set<CompiledRule> needed = rule.passes();
            return rule.regime.rules.stream()
                    .filter(each -> !each.isExemption() && !needed.contains(each))
                    .toList();
        }
        List<CompiledRule> named = new ArrayList<>();
        for (Node item : exempts instanceof Node.Items list ? list.items() : List.of(exempts)) {
            find(item, named);
        }
        return named;
    }

    private void find(Node item, List<CompiledRule> into) {
        if (!(item instanceof Node.Scalar scalar)) {
            fault(item, "expected the id of a rule under 'exempts', or 'all', but found " + item.describe());
            return;
        }
        String id = from.naming().rule(scalar.text());
        Optional<CompiledRule> found = named(id);
        if (found.isEmpty()) {
            fault(item, "unknown rule '" + id + "'" + Nearest.hint(id, near()));
        } else if (found.get() == rule) {
            fault(item, "it exempts itself");
        } else {
            into.add(found.get());
        }
    }

    /** A rule of this regime, else of the one that it amends. */
    private Optional<CompiledRule> named(String id) {
        CompiledRule own = all.get(id.contains("/") ? id : source.id() + "/" + id);
        return Optional.ofNullable(own)
                .or(() -> source.amends().flatMap(other -> Optional.ofNullable(all.get(other + "/" + id))));
    }

    private Set<String> near() {
        return all.values().stream()
                .filter(each -> each.regime == rule.regime || isAmended(each.regime))
                .map(each -> each.id)
                .collect(Collectors.toSet());
    }

    private boolean isAmended(CompiledRegime regime) {
        return source.amends().filter(other -> other.value().equals(regime.id)).isPresent();
    }

    private void fault(Node item, String what) {
        faults.add(item.at(), "rule '" + rule.id + "': " + what);
    }
}
