package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/** Descriptions of datasets in Croissant 0.8, 1.0 and 1.1. They tell what a dataset holds and of no use of it. */
final class CroissantFormat implements CollectFormat {

    private static final Set<String> DATASET =
            Set.of("sc:Dataset", "schema.org/Dataset", "https://schema.org/Dataset", "Dataset");

    @Override
    public boolean recognises(Document document) {
        return document.first()
                .filter(node -> Tree.at(node, "@context").isPresent())
                .flatMap(node -> Tree.text(node, "@type"))
                .filter(DATASET::contains)
                .isPresent();
    }

    @Override
    public Optional<Collected> read(Document document, CollectContext context, Observations seen, Faults faults) {
        return document.first().map(root -> read(document, root, faults));
    }

    private static Collected read(Document document, Node root, Faults faults) {
        require(root, "name", faults);
        distribution(root, faults);
        List<String> fields = new ArrayList<>();
        for (Node records : Tree.items(root, "recordSet")) {
            Tree.items(records, "field").forEach(field -> field(field, fields, faults));
        }
        Collected.Name name = new Collected.Name(Optional.empty(), Tree.text(root, "name"));
        return Collected.of(
                document, "croissant", 1, List.of(new Collected.Described(name, license(root), fields)), List.of());
    }

    private static Optional<String> license(Node root) {
        Optional<Node> license = Tree.at(root, "license").map(CroissantFormat::firstItem);
        return license.flatMap(node -> node instanceof Node.Fields
                ? Tree.text(node, "url").or(() -> Tree.text(node, "name"))
                : Tree.text(node));
    }

    private static Node firstItem(Node node) {
        return node instanceof Node.Items list && !list.items().isEmpty()
                ? list.items().get(0)
                : node;
    }

    private static void field(Node field, List<String> fields, Faults faults) {
        Tree.text(field, "name")
                .or(() -> Tree.text(field, "@id"))
                .ifPresentOrElse(fields::add, () -> require(field, "name", faults));
        if (Tree.text(field, "@type").filter(type -> type.endsWith("Field")).isEmpty()) {
            faults.add(
                    field.at(),
                    "expected '@type' cr:Field, but found "
                            + Tree.text(field, "@type").orElse("none"));
        }
        if (Tree.at(field, "arrayShape").isPresent()
                && Tree.at(field, "isArray").isEmpty()) {
            faults.add(field.at(), "'arrayShape' is stated without 'isArray'; Croissant requires both");
        }
        boolean typed = Tree.at(field, "dataType").isPresent()
                || Tree.at(field, "subField").isPresent()
                || Tree.at(field, "references").isPresent();
        if (!typed) {
            require(field, "dataType", faults);
        }
    }

    /** Files must have a place to be read from, and an archive that is named must be there. */
    private static void distribution(Node root, Faults faults) {
        Set<String> ids = new HashSet<>();
        List<Node> files = Tree.items(root, "distribution");
        files.forEach(
                file -> Tree.text(file, "@id").or(() -> Tree.text(file, "name")).ifPresent(ids::add));
        for (Node file : files) {
            if (Tree.text(file, "@id").or(() -> Tree.text(file, "name")).isEmpty()) {
                require(file, "name", faults);
            }
            boolean whole = Tree.text(file, "@type")
                    .filter(type -> type.endsWith("FileObject"))
                    .isPresent();
            if (whole && Tree.at(file, "containedIn").isEmpty()) {
                require(file, "contentUrl", faults);
            }
            containers(file).forEach(container -> checkContainer(container, ids, faults));
        }
    }

    private static List<Node> containers(Node file) {
        return Tree.at(file, "containedIn").map(Tree::each).orElse(List.of());
    }

    private static void checkContainer(Node container, Set<String> ids, Faults faults) {
        String id = Tree.text(container, "@id")
                .or(() -> Tree.text(container))
                .orElse("")
                .replaceFirst("^#\\{(.*)}$", "$1");
        if (!ids.contains(id)) {
            faults.add(container.at(), "'containedIn' names '" + id + "', which is not in the distribution");
        }
    }

    private static void require(Node node, String name, Faults faults) {
        if (Tree.text(node, name).isEmpty()) {
            faults.add(node.at(), "'" + name + "' is missing or no text; Croissant requires it");
        }
    }
}
