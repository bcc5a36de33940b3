package org.trainingaudit.use;

import java.io.IOException;
import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Node;

/** Events of OpenLineage 1.x and 2.x. */
final class OpenLineageFormat implements CollectFormat {

    @Override
    public boolean recognises(Document document) {
        return document.first().filter(node -> isEvent(node) || isFacet(node)).isPresent();
    }

    static boolean isEvent(Node node) {
        boolean typed = Tree.text(node, "schemaURL")
                .filter(url -> url.contains("openlineage.io"))
                .isPresent();
        boolean shaped = Tree.at(node, "job").isPresent()
                && (Tree.at(node, "run").isPresent()
                        || Tree.at(node, "inputs").isPresent()
                        || Tree.at(node, "outputs").isPresent());
        return typed || shaped;
    }

    /** A facet, or a map of facets, sent without its event. */
    private static boolean isFacet(Node node) {
        return Tree.at(node, "_producer").isPresent()
                || Tree.fields(node).stream()
                        .anyMatch(field -> Tree.at(field.value(), "_producer").isPresent());
    }

    @Override
    public Optional<Collected> read(Document document, CollectContext context, Observations seen, Faults faults) {
        LineageEvents events = new LineageEvents(document, seen, faults);
        try {
            document.each(faults, event -> {
                events.count();
                if (!isFacet(event)) {
                    events.add(event);
                }
            });
        } catch (IOException e) {
            faults.add(
                    Location.of(document.file().toString()),
                    "the file can't be read to its end (" + e.getClass().getSimpleName() + ")");
            return Optional.empty();
        }
        return Optional.of(events.collected("openlineage"));
    }
}
