package org.trainingaudit.use;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Node;

/** Finding one's way in a tree whose shape nobody has checked. */
final class Tree {

    private Tree() {}

    /** The value at the end of a path of names. */
    static Optional<Node> at(Node node, String... path) {
        Optional<Node> found = Optional.of(node);
        for (String name : path) {
            found = found.flatMap(here -> here instanceof Node.Fields map ? map.get(name) : Optional.empty());
        }
        return found;
    }

    /** The text, number or truth at the end of a path; nothing where there is none, or a list, or a map. */
    static Optional<String> text(Node node, String... path) {
        return at(node, path)
                .filter(found -> found instanceof Node.Scalar scalar && !scalar.isNull())
                .map(found -> ((Node.Scalar) found).text());
    }

    /** The items at the end of a path; a single map there is a list of one, and anything else an empty one. */
    static List<Node> items(Node node, String... path) {
        Optional<Node> found = at(node, path);
        if (found.isPresent() && found.get() instanceof Node.Items list) {
            return list.items();
        }
        return found.filter(Node.Fields.class::isInstance).stream().toList();
    }

    /** The items of a list, or the value itself where it is none, as many formats take one for many. */
    static List<Node> each(Node node) {
        return node instanceof Node.Items list ? list.items() : List.of(node);
    }

    /** The members of the map at the end of a path. */
    static List<Node.Field> fields(Node node, String... path) {
        return at(node, path)
                .filter(Node.Fields.class::isInstance)
                .map(found -> ((Node.Fields) found).fields())
                .orElse(List.of());
    }
}
