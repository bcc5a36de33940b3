package org.trainingaudit.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trainingaudit.config.Names;
import org.trainingaudit.config.Node;

/** Looks things up in a YAML tree whose form is somebody else's to check. */
final class Yaml {

    private Yaml() {}

    static Optional<Node.Fields> map(Node node) {
        return node instanceof Node.Fields fields ? Optional.of(fields) : Optional.empty();
    }

    static Optional<Node.Fields> map(Node.Fields map, String key) {
        return map.get(key).flatMap(Yaml::map);
    }

    static Optional<String> text(Node.Fields map, String key) {
        return map.get(key)
                .filter(node -> node instanceof Node.Scalar scalar && !scalar.isNull())
                .map(node -> ((Node.Scalar) node).text());
    }

    static List<Node.Fields> maps(Node.Fields map, String key) {
        return map.get(key)
                .filter(Node.Items.class::isInstance)
                .map(node -> ((Node.Items) node)
                        .items().stream().flatMap(item -> map(item).stream()).toList())
                .orElse(List.of());
    }

    static List<Node.Field> fields(Node.Fields map, String key) {
        return map(map, key).map(Node.Fields::fields).orElse(List.of());
    }

    /** The texts of a list, or the one text that stands for a list. */
    static List<String> texts(Node.Fields map, String key) {
        return map.get(key).stream()
                .flatMap(node -> node instanceof Node.Items list ? list.items().stream() : Stream.of(node))
                .filter(node -> node instanceof Node.Scalar scalar && !scalar.isNull())
                .map(node -> ((Node.Scalar) node).text())
                .toList();
    }

    static Optional<Names> names(Node.Fields map, String key) {
        return map(map, key).flatMap(names -> {
            Optional<String> en = text(names, "en");
            Optional<String> ja = text(names, "ja");
            return en.or(() -> ja).map(any -> new Names(en.orElse(any), ja.orElse(any)));
        });
    }

    /** The names that stand under a key of a map that stands under another. */
    static Optional<Names> names(Node.Fields map, String key, String inner) {
        return map(map, key).flatMap(some -> names(some, inner));
    }
}
