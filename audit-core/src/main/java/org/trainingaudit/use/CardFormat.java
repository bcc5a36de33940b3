package org.trainingaudit.use;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/** Dataset cards of Hugging Face: Markdown that begins with a block of YAML. They tell of no use. */
final class CardFormat implements CollectFormat {

    @Override
    public boolean recognises(Document document) {
        return document.endsWith(".md") && document.first().isPresent();
    }

    @Override
    public Optional<Collected> read(Document document, CollectContext context, Observations seen, Faults faults) {
        return document.first()
                .map(card -> Collected.of(
                        document,
                        "hf-dataset-card",
                        1,
                        List.of(new Collected.Described(
                                new Collected.Name(Optional.empty(), Tree.text(card, "pretty_name")),
                                license(card),
                                features(card))),
                        List.of()));
    }

    private static Optional<String> license(Node card) {
        return Tree.at(card, "license")
                .flatMap(node -> node instanceof Node.Items list
                        ? list.items().stream().findFirst().flatMap(Tree::text)
                        : Tree.text(node));
    }

    /** Of each configuration, each column once. */
    private static List<String> features(Node card) {
        return Tree.items(card, "dataset_info").stream()
                .flatMap(info -> Tree.items(info, "features").stream())
                .flatMap(feature -> Tree.text(feature, "name").stream())
                .distinct()
                .toList();
    }
}
