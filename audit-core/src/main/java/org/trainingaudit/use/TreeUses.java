package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;

/** Drafts of uses from a tree: a register in YAML, or a line of JSON. */
final class TreeUses {

    private static final Set<String> KEYS = Set.of("use", "dataset", "training", "facts");
    private static final Set<String> LINE_KEYS = Set.of("id", "dataset", "training", "facts");

    private final FactCatalogue catalogue;
    private final Faults faults;

    TreeUses(FactCatalogue catalogue, Faults faults) {
        this.catalogue = catalogue;
        this.faults = faults;
    }

    /** The drafts of {@code uses: [..]}; nothing, and a fault, where the tree isn't of that shape. */
    Optional<List<UseDraft>> register(Node root) {
        Optional<Node> uses = root instanceof Node.Fields map ? map.get("uses") : Optional.empty();
        if (!(uses.orElse(root) instanceof Node.Items list)) {
            faults.add(root.at(), "expected a list of uses under the key 'uses', and nothing else");
            return Optional.empty();
        }
        unknownKeys((Node.Fields) root, Set.of("uses"));
        List<UseDraft> drafts = new ArrayList<>();
        list.items().forEach(item -> drafts.add(draft(item, "use", KEYS)));
        return Optional.of(drafts);
    }

    /** The draft of {@code {"id": .., "facts": {..}}}. */
    UseDraft line(Node node) {
        return draft(node, "id", LINE_KEYS);
    }

    private UseDraft draft(Node item, String idKey, Set<String> keys) {
        if (!(item instanceof Node.Fields map)) {
            faults.add(item.at(), "expected a map with " + sorted(keys) + ", but found " + item.describe());
            return new UseDraft(item.at(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true);
        }
        int before = faults.count();
        unknownKeys(map, keys);
        List<Stated> facts = map.get("facts")
                .map(node -> StatedTree.of(node, catalogue, faults))
                .orElse(List.of());
        return new UseDraft(
                map.at(), map.get(idKey), map.get("dataset"), map.get("training"), facts, faults.count() > before);
    }

    private void unknownKeys(Node.Fields map, Set<String> keys) {
        for (Node.Field field : map.fields()) {
            if (!keys.contains(field.name())) {
                faults.add(
                        field.at(),
                        "unknown key '" + field.name() + "'; expected one of " + sorted(keys)
                                + Nearest.hint(field.name(), keys));
            }
        }
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }
}
