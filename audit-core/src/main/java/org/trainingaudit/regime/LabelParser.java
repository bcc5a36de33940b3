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
 * map of {@code out} and {@code open} to the conditions under which they hold; {@code out} comes first, and where neither
 * holds the label has no effect.
 */
final class LabelParser {

    static final String FACT = "identifiability";
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
        Condition claimed = new Members(slot, FACT + ": " + name, false, mask, new long[0], false);
        return new CompiledRegime.Label(
                claimed,
                node instanceof Node.Fields map
                        ? readings(name, map)
                        : List.of(new CompiledRegime.Reading(Condition.Constant.ALWAYS, effect(name, node))));
    }

    private List<CompiledRegime.Reading> readings(String name, Node.Fields map) {
        for (Node.Field field : map.fields()) {
            if (!field.name().equals("out") && !field.name().equals("open")) {
                faults.add(
                        field.at(),
                        "label '" + name + "': unknown key '" + field.name()
                                + "'; expected 'out' or 'open' with the condition under which it holds");
            }
        }
        List<CompiledRegime.Reading> readings = new ArrayList<>();
        ConditionParser parser = new ConditionParser(scope, Naming.AS_WRITTEN, "label '" + name + "'", false, faults);
        map.get("out")
                .ifPresent(node -> readings.add(new CompiledRegime.Reading(parser.parse(node), CompiledRegime.OUT)));
        map.get("open")
                .ifPresent(node -> readings.add(new CompiledRegime.Reading(parser.parse(node), CompiledRegime.OPEN)));
        readings.add(new CompiledRegime.Reading(Condition.Constant.ALWAYS, CompiledRegime.NO_EFFECT));
        return readings;
    }

    private byte effect(String name, Node node) {
        String word = node instanceof Node.Scalar scalar ? scalar.text() : "";
        Byte effect = WORDS.get(word);
        if (effect == null && scope.rule(word).isEmpty()) {
            faults.add(
                    node.at(),
                    "label '" + name + "': expected identified, pseudonymised, counts, open, out, a rule's id, or a"
                            + " map of out and open to conditions, but found " + node.describe()
                            + Nearest.hint(word, WORDS.keySet()));
        }
        return effect == null ? CompiledRegime.NO_EFFECT : effect;
    }
}
