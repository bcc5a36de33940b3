package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.use.FactDefinition;

/** Turns conditions as written into {@link Condition} trees. A condition with a fault is told, and becomes unknown. */
final class ConditionParser {

    /** How deep conditions may be nested. */
    static final int DEEPEST = 16;

    private final Scope scope;
    private final Naming naming;
    private final String where;
    private final boolean mayPass;
    private final Faults faults;

    /**
     * A parser for one rule, or for one other place.
     *
     * @param where what messages begin with, {@code rule 'EU-03'}
     * @param mayPass whether other rules' outcomes may be read here
     */
    ConditionParser(Scope scope, Naming naming, String where, boolean mayPass, Faults faults) {
        this.scope = scope;
        this.naming = naming;
        this.where = where;
        this.mayPass = mayPass;
        this.faults = faults;
    }

    Condition parse(Node node) {
        return parse(node, 1);
    }

    private Condition parse(Node node, int depth) {
        if (depth > DEEPEST) {
            return fault(
                    node, "conditions are nested more than " + DEEPEST + " deep; split the rule, or join what it says");
        }
        if (node instanceof Node.Scalar scalar
                && !scalar.quoted()
                && List.of("true", "false").contains(scalar.text())) {
            return scalar.text().equals("true") ? Condition.Constant.ALWAYS : Condition.Constant.NEVER;
        }
        if (!(node instanceof Node.Fields map)) {
            return fault(
                    node,
                    "expected a condition such as {fact: value}, all: [...] or any: [...], but found "
                            + node.describe());
        }
        if (map.fields().isEmpty()) {
            return fault(node, "expected a condition such as {fact: value}, but found an empty map");
        }
        List<Condition> parts =
                map.fields().stream().map(field -> field(field, depth)).toList();
        return parts.size() == 1 ? parts.get(0) : new Condition.Join(true, parts);
    }

    private Condition field(Node.Field field, int depth) {
        return switch (field.name()) {
            case "all" -> join(true, field, depth);
            case "any" -> join(false, field, depth);
            case "not" -> new Condition.Not(parse(field.value(), depth + 1));
            case "passes" -> passes(field.value());
            default -> leaf(field);
        };
    }

    private Condition join(boolean all, Node.Field field, int depth) {
        List<Condition> parts = new ArrayList<>();
        if (!(field.value() instanceof Node.Items list) || list.items().isEmpty()) {
            return fault(
                    field.value(),
                    "expected a list of conditions under '" + field.name() + "', but found "
                            + (field.value() instanceof Node.Items
                                    ? "an empty list"
                                    : field.value().describe()));
        }
        list.items().forEach(item -> parts.add(parse(item, depth + 1)));
        return parts.size() == 1 ? parts.get(0) : new Condition.Join(all, parts);
    }

    private Condition passes(Node node) {
        if (node instanceof Node.Items list && !list.items().isEmpty()) {
            return new Condition.Join(
                    true, list.items().stream().map(this::passes).toList());
        }
        if (!(node instanceof Node.Scalar scalar)) {
            return fault(node, "expected the id of a rule under 'passes', but found " + node.describe());
        }
        if (!mayPass) {
            return fault(node, "'passes' can't stand here; only rules may read other rules' outcomes");
        }
        String id = naming.rule(scalar.text());
        Optional<CompiledRule> rule = scope.rule(id);
        if (rule.isEmpty()) {
            return fault(node, unknownRule(scope, id));
        }
        return new Condition.Passes(rule.get(), id);
    }

    static String unknownRule(Scope scope, String id) {
        Set<String> near = new TreeSet<>();
        int slash = id.indexOf('/');
        if (slash > 0 && !scope.regimes().contains(id.substring(0, slash))) {
            String regime = id.substring(0, slash);
            return "unknown regime '" + regime + "' in '" + id + "'" + Nearest.hint(regime, scope.regimes());
        }
        String regime = slash > 0 ? id.substring(0, slash) : scope.regime();
        for (String each : scope.rules().keySet()) {
            if (each.startsWith(regime + "/")) {
                near.add(slash > 0 ? each : each.substring(regime.length() + 1));
            }
        }
        return "unknown rule '" + id + "'" + Nearest.hint(id, near);
    }

    private Condition leaf(Node.Field field) {
        String fact = naming.fact(field.name());
        Optional<FactDefinition> definition = scope.slots().find(fact);
        if (definition.isEmpty()) {
            Set<String> near = new TreeSet<>(scope.slots().names());
            near.addAll(Set.of("all", "any", "not", "passes"));
            faults.add(field.at(), where + ": unknown fact '" + fact + "'" + Nearest.hint(fact, near));
            return Condition.Constant.FAULTY;
        }
        return new LeafParser(scope, naming, fact, definition.get(), where, faults).parse(field.value());
    }

    private Condition fault(Node node, String message) {
        faults.add(node.at(), where + ": " + message);
        return Condition.Constant.FAULTY;
    }
}
