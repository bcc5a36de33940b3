package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.use.FactDefinition;

/**
 * Reads {@code labels}: what each claimed degree of identifiability does in a regime.
 *
 * <p>A label is read as one word ({@code identified}, {@code pseudonymised}, {@code counts} or the id of the rule that
 * deals with it: no effect; {@code out}: outside the regime; {@code open}: a breach is for a person to judge), or as a
 * list of {@code {when: condition, as: word}}, of which the first that holds counts; the last may stand without {@code
 * when}.
 */
final class LabelParser {

    private static final String FACT = "identifiability";
    private static final Condition ALWAYS = new Condition.Constant(Condition.TRUE);

    private static final Map<String, Byte> WORDS = Map.of(
            "identified", CompiledRegime.NO_EFFECT,
            "pseudonymised", CompiledRegime.NO_EFFECT,
            "counts", CompiledRegime.NO_EFFECT,
            "open", CompiledRegime.OPEN,
            "out", CompiledRegime.OUT);

    private final Scope scope;
    private final Faults faults;

    LabelParser(Scope scope, Faults faults) {
        this.scope = scope;
        this.faults = faults;
    }

    List<CompiledRegime.Label> parse(Map<String, Node> labels) {
        List<CompiledRegime.Label> parsed = new ArrayList<>();
        Optional<FactDefinition> fact = scope.slots().find(FACT);
        labels.forEach((name, node) -> {
            if (fact.isEmpty()) {
                faults.add(node.at(), "labels need the fact '" + FACT + "', which facts.yaml doesn't have");
            } else if (!fact.get().values().isEmpty() && !fact.get().values().contains(name)) {
                faults.add(
                        node.at(),
                        "unknown label '" + name + "'"
                                + Nearest.hint(name, fact.get().values()));
            } else {
                parsed.add(label(name, fact.get(), node));
            }
        });
        return parsed;
    }

    private CompiledRegime.Label label(String name, FactDefinition fact, Node node) {
        int slot = scope.slots().slot(FACT, fact);
        long[] mask = scope.slots().at(slot).mask(List.of(name));
        Condition claimed = new Leaves.Members(slot, FACT + ": " + name, false, mask, new long[0], false);
        List<CompiledRegime.Reading> readings = new ArrayList<>();
        if (node instanceof Node.Items list) {
            list.items().forEach(item -> readings.add(reading(name, item)));
        } else {
            readings.add(new CompiledRegime.Reading(ALWAYS, effect(name, node)));
        }
        return new CompiledRegime.Label(claimed, readings);
    }

    private CompiledRegime.Reading reading(String name, Node item) {
        if (!(item instanceof Node.Fields map) || map.get("as").isEmpty()) {
            fault(name, item, "expected {when: condition, as: word}, but found " + Flow.of(item));
            return new CompiledRegime.Reading(ALWAYS, CompiledRegime.NO_EFFECT);
        }
        for (Node.Field field : map.fields()) {
            if (!field.name().equals("when") && !field.name().equals("as")) {
                faults.add(
                        field.at(),
                        "label '" + name + "': unknown key '" + field.name() + "'; expected 'when' and 'as'");
            }
        }
        Condition when = map.get("when")
                .map(node -> new ConditionParser(scope, Naming.AS_WRITTEN, "label '" + name + "'", false, faults)
                        .parse(node))
                .orElse(ALWAYS);
        return new CompiledRegime.Reading(when, effect(name, map.get("as").get()));
    }

    private byte effect(String name, Node node) {
        String word = node instanceof Node.Scalar scalar ? scalar.text() : "";
        Byte effect = WORDS.get(word);
        if (effect == null && scope.rule(word).isEmpty()) {
            fault(
                    name,
                    node,
                    "expected identified, pseudonymised, counts, open, out, a rule's id, or a list of {when:"
                            + " condition, as: word}, but found " + node.describe()
                            + Nearest.hint(word, WORDS.keySet()));
        }
        return effect == null ? CompiledRegime.NO_EFFECT : effect;
    }

    private void fault(String name, Node node, String message) {
        faults.add(node.at(), "label '" + name + "': " + message);
    }
}
