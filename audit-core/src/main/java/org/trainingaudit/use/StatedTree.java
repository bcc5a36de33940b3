package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;

/**
 * Finds the facts in a tree of names and values, as YAML and JSON have it: {@code name: value}, {@code name: {value: ..,
 * since: .., recorded: .., until: .., by: .., evidence: ..}}, a list of these where a fact was one thing and then another,
 * and for a map either {@code map.member: value} or {@code map: {member: value}}.
 */
final class StatedTree {

    private static final List<String> PARTS = List.of("value", "since", "recorded", "until", "by", "evidence");

    private final FactCatalogue catalogue;
    private final Faults faults;
    private final List<Stated> found = new ArrayList<>();

    private StatedTree(FactCatalogue catalogue, Faults faults) {
        this.catalogue = catalogue;
        this.faults = faults;
    }

    static List<Stated> of(Node node, FactCatalogue catalogue, Faults faults) {
        StatedTree tree = new StatedTree(catalogue, faults);
        if (node instanceof Node.Fields facts) {
            facts.fields().forEach(field -> tree.add(field.name(), field));
        } else if (!(node instanceof Node.Scalar scalar && scalar.isNull())) {
            faults.add(node.at(), "expected a map of facts to values, but found " + node.describe());
        }
        return tree.found;
    }

    private void add(String name, Node.Field field) {
        if (catalogue.isMap(name)) {
            members(name, field);
        } else if (field.value() instanceof Node.Fields parts
                && catalogue.find(name).isPresent()) {
            dated(name, field.at(), parts).ifPresent(found::add);
        } else if (field.value() instanceof Node.Items list && isHistory(list)) {
            list.items().forEach(item -> version(name, item));
        } else {
            found.add(Stated.of(field.at(), name, field.value()));
        }
    }

    /** A list of maps can't be the value of any fact, so it's what the fact was over time. */
    private static boolean isHistory(Node.Items list) {
        return list.items().stream().anyMatch(Node.Fields.class::isInstance);
    }

    private void version(String name, Node item) {
        if (item instanceof Node.Fields parts) {
            dated(name, item.at(), parts).ifPresent(found::add);
        } else {
            faults.add(
                    item.at(),
                    "fact '" + name + "': expected {value: .., since: ..} as the others in this list, but found "
                            + item.describe());
        }
    }

    private void members(String name, Node.Field field) {
        if (field.value() instanceof Node.Fields map) {
            map.fields().forEach(member -> add(name + "." + member.name(), member));
        } else if (!(field.value() instanceof Node.Scalar scalar && scalar.isNull())) {
            faults.add(
                    field.value().at(),
                    "fact '" + name + "': expected a map of its members, but found "
                            + field.value().describe());
        }
    }

    /** Nothing where a key can't be read: it may be the one that ends the fact. */
    private Optional<Stated> dated(String name, Location at, Node.Fields parts) {
        int before = faults.count();
        for (Node.Field part : parts.fields()) {
            if (!PARTS.contains(part.name())) {
                faults.add(
                        part.at(),
                        "fact '" + name + "': unknown key '" + part.name() + "'; expected one of " + PARTS
                                + Nearest.hint(part.name(), PARTS));
            }
        }
        Optional<Node> value = parts.get("value");
        if (value.isEmpty()) {
            faults.add(parts.at(), "fact '" + name + "': key 'value' is missing");
        }
        return value.filter(node -> faults.count() == before).map(node -> new Stated(at, name, node, parts(parts)));
    }

    private static Map<String, Node> parts(Node.Fields written) {
        Map<String, Node> parts = new HashMap<>();
        Stated.PARTS.forEach(part -> written.get(part).ifPresent(node -> parts.put(part, node)));
        return parts;
    }
}
