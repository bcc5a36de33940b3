package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.Facts;

/** The facts of a case: the file's defaults, over them the use it's based on with what that inherits, over them its own. */
final class CaseFacts {

    private static final String INHERITS = "inherits";
    private static final int LONGEST_LINE = 20;

    private final FactCatalogue catalogue;
    private final Faults faults;
    private final Map<String, Node> defaults = new LinkedHashMap<>();
    private final Map<String, Node.Fields> uses = new HashMap<>();

    CaseFacts(CaseDocument document, FactCatalogue catalogue, Faults faults) {
        this.catalogue = catalogue;
        this.faults = faults;
        document.defaults().ifPresent(node -> take(node, defaults));
        document.uses().ifPresent(this::takeUses);
    }

    private void takeUses(Node node) {
        if (!(node instanceof Node.Fields map)) {
            faults.add(node.at(), "expected uses by name, but found " + node.describe());
            return;
        }
        for (Node.Field field : map.fields()) {
            if (field.value() instanceof Node.Fields facts) {
                uses.put(field.name(), facts);
            } else {
                faults.add(
                        field.value().at(),
                        "use '" + field.name() + "': expected a map of facts, but found "
                                + field.value().describe());
            }
        }
    }

    /** A case's facts as written, unknown ones among them. */
    Map<String, Node> written(Optional<Text> base, Optional<Node> own) {
        Map<String, Node> merged = new LinkedHashMap<>(defaults);
        base.ifPresent(name -> inherit(name, merged, 0));
        own.ifPresent(node -> take(node, merged));
        return merged;
    }

    private void inherit(Text name, Map<String, Node> into, int depth) {
        Node.Fields use = uses.get(name.value());
        if (use == null) {
            faults.add(name.at(), "unknown use '" + name + "'" + Nearest.hint(name.value(), uses.keySet()));
        } else if (depth > LONGEST_LINE) {
            faults.add(name.at(), "use '" + name + "' inherits from itself");
        } else {
            if (use.get(INHERITS).orElse(null) instanceof Node.Scalar from) {
                inherit(new Text(from.at(), from.text()), into, depth + 1);
            }
            take(use, into);
        }
    }

    private void take(Node node, Map<String, Node> into) {
        if (node instanceof Node.Fields map) {
            map.fields().stream()
                    .filter(field -> !field.name().equals(INHERITS))
                    .forEach(field -> take(field.name(), field.value(), into));
        } else {
            faults.add(node.at(), "expected a map of facts, but found " + node.describe());
        }
    }

    /** A map's member is a fact of its own. */
    private static void take(String name, Node value, Map<String, Node> into) {
        if (value instanceof Node.Fields members) {
            members.fields().forEach(member -> into.put(name + "." + member.name(), member.value()));
        } else {
            into.put(name, value);
        }
    }

    Facts facts(Map<String, Node> written) {
        List<Fact> facts = new ArrayList<>();
        written.forEach((name, node) -> {
            if (!name.equals(FactSlots.USE_DATE)) {
                catalogue.read(name, node, faults).ifPresent(value -> facts.add(Fact.of(name, value, "case")));
            }
        });
        return Facts.of(facts);
    }
}
