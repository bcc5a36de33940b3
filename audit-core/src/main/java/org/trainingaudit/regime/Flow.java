package org.trainingaudit.regime;

import java.util.stream.Collectors;
import org.trainingaudit.config.Node;

/** Writes a tree on one line, for explanations. */
final class Flow {

    private Flow() {}

    static String of(Node node) {
        if (node instanceof Node.Items list) {
            return list.items().stream().map(Flow::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof Node.Fields map) {
            return map.fields().stream()
                    .map(field -> field.name() + ": " + of(field.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return ((Node.Scalar) node).text();
    }
}
