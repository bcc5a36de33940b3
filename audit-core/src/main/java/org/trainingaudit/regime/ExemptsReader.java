package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;

/** Reads the list under {@code exempts} of one rule, and looks its rules up. */
record ExemptsReader(
        RegimeSource source,
        Map<String, CompiledRule> all,
        Set<String> regimes,
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
            faults.add(
                    item.at(),
                    "rule '" + rule.id + "': expected the id of a rule under 'exempts', or 'all', but" + " found "
                            + item.describe());
            return;
        }
        String id = from.naming().rule(scalar.text());
        CompiledRule own = all.get(id.contains("/") ? id : source.id() + "/" + id);
        CompiledRule amended =
                source.amends().map(other -> all.get(other + "/" + id)).orElse(null);
        CompiledRule found = own == null ? amended : own;
        if (found == null || found == rule) {
            Set<String> near = all.values().stream()
                    .filter(each -> each.regime == rule.regime
                            || source.amends()
                                    .filter(other -> other.value().equals(each.regime.id))
                                    .isPresent())
                    .map(each -> each.id)
                    .collect(Collectors.toSet());
            faults.add(
                    item.at(),
                    "rule '" + rule.id + "': "
                            + (found == rule
                                    ? "it exempts itself"
                                    : "unknown rule '" + id + "'" + Nearest.hint(id, near)));
        } else {
            into.add(found);
        }
    }
}
