package org.trainingaudit.use;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;

/**
 * A fact as somebody wrote it, before the catalogue has looked at it.
 *
 * @param parts what is said of it beside its value, by {@link #PARTS}
 */
record Stated(Location at, String name, Node value, Map<String, Node> parts) {

    /** What can be said of a fact beside its value. */
    static final List<String> PARTS = List.of("since", "recorded", "until", "by", "evidence");

    static Stated of(Location at, String name, Node value) {
        return new Stated(at, name, value, Map.of());
    }

    /** That part, where something stands there. */
    Optional<Node> part(String part) {
        return Optional.ofNullable(parts.get(part))
                .filter(node -> !(node instanceof Node.Scalar scalar && (scalar.isNull() || isBlank(scalar))));
    }

    private static boolean isBlank(Node.Scalar scalar) {
        return scalar.text().isBlank();
    }
}
