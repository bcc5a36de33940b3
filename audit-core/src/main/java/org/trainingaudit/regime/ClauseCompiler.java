package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/** Compiles one rule's versions. What a version doesn't say is as the rule says. */
final class ClauseCompiler {

    private final Map<String, CompiledRegime> regimes;
    private final RegimeSource.RuleSource source;
    private final CompiledRule rule;
    private final int first;
    private final Faults faults;
    private final ConditionParser conditions;

    ClauseCompiler(
            Scope scope,
            Map<String, CompiledRegime> regimes,
            RegimeSource.RuleSource source,
            CompiledRule rule,
            int first,
            Faults faults) {
        this.regimes = regimes;
        this.source = source;
        this.rule = rule;
        this.first = first;
        this.faults = faults;
        this.conditions = new ConditionParser(scope, source.naming(), where(), true, faults);
    }

    List<Clause> compile() {
        checkKeys();
        Optional<Node> versions = source.tree().get("versions");
        if (versions.isEmpty()) {
            return List.of(clause(first, source.tree(), source.tree()));
        }
        List<Clause> clauses = new ArrayList<>();
        if (versions.get() instanceof Node.Items list) {
            for (Node item : list.items()) {
                if (item instanceof Node.Fields map) {
                    clauses.add(clause(first + clauses.size(), map, source.tree()));
                }
            }
        }
        return clauses;
    }

    private void checkKeys() {
        for (String key : List.of("tried", "exempts", "effect")) {
            Optional<Node.Field> field = source.tree().field(key);
            if (field.isPresent() && source.part().isPresent() && !rule.isExemption()) {
                faults.add(
                        field.get().at(),
                        where() + ": '" + key + "' is for exemptions, and this is a " + rule.kind.word()
                                + "; take it out or write kind: exemption");
            }
        }
    }

    private Clause clause(int index, Node.Fields own, Node.Fields common) {
        Optional<Clause.StepRef> from = step("from", own, common);
        Optional<Clause.StepRef> to = step("to", own, common);
        checkOrder(own, from, to);
        return new Clause(
                index,
                from,
                to,
                condition("applies", own, common, Condition.Constant.ALWAYS),
                tried(own, common),
                condition(
                        "requires",
                        own,
                        common,
                        rule.isExemption() ? Condition.Constant.ALWAYS : Condition.Constant.NEVER),
                condition("reviewIf", own, common, Condition.Constant.NEVER),
                unmet(own, common));
    }

    private static Optional<Node> get(String key, Node.Fields own, Node.Fields common) {
        Optional<Node> node = own.get(key);
        return (node.isPresent() ? node : common.get(key))
                .filter(each -> !(each instanceof Node.Scalar scalar && scalar.isNull()));
    }

    private Condition condition(String key, Node.Fields own, Node.Fields common, Condition absent) {
        return get(key, own, common).map(conditions::parse).orElse(absent);
    }

    /** A single name stands for the route by which the exemption is claimed. */
    private Condition tried(Node.Fields own, Node.Fields common) {
        Optional<Node> node = get("tried", own, common);
        if (node.isPresent()
                && node.get() instanceof Node.Scalar scalar
                && !List.of("true", "false").contains(scalar.text())) {
            Node has = new Node.Fields(scalar.at(), List.of(new Node.Field(scalar.at(), "has", scalar)));
            return conditions.parse(new Node.Fields(scalar.at(), List.of(new Node.Field(scalar.at(), "route", has))));
        }
        return node.map(conditions::parse).orElse(Condition.Constant.ALWAYS);
    }

    /** A wrong word is the binder's to tell. */
    private Optional<Unmet> unmet(Node.Fields own, Node.Fields common) {
        Optional<Unmet> written = get("unmet", own, common)
                .filter(Node.Scalar.class::isInstance)
                .map(node -> ((Node.Scalar) node).text().equals("needs-review") ? Unmet.NEEDS_REVIEW : Unmet.VIOLATION);
        return written.isPresent() || rule.isExemption() ? written : Optional.of(Unmet.VIOLATION);
    }

    private Optional<Clause.StepRef> step(String key, Node.Fields own, Node.Fields common) {
        Optional<Node> node = get(key, own, common);
        if (node.isEmpty() || !(node.get() instanceof Node.Scalar scalar)) {
            return Optional.empty();
        }
        return new StepNames(regimes, rule.regime.id, where(), faults).find(scalar);
    }

    private void checkOrder(Node.Fields own, Optional<Clause.StepRef> from, Optional<Clause.StepRef> to) {
        Optional<LocalDate> start = from.flatMap(ref -> ref.step().date());
        Optional<LocalDate> end = to.flatMap(ref -> ref.step().date());
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            faults.add(
                    own.at(),
                    where() + ": dates out of order: it starts on " + start.get() + " and ends on " + end.get());
        }
    }

    private String where() {
        return "rule '" + source.id() + "'";
    }
}
