package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/**
 * Manifests of fides: datasets with the columns they have, and systems with what they declare to do. A declaration whose use
 * is that of training ({@code train_ai_system}, by the training rules) declares a use of each dataset it names.
 */
final class FidesFormat implements CollectFormat {

    private static final Set<String> RESOURCES = Set.of(
            "dataset",
            "system",
            "policy",
            "organization",
            "data_category",
            "data_use",
            "data_subject",
            "registry",
            "evaluation");

    private static final Map<String, String> LEGAL_BASES = Map.of(
            "Consent", "a",
            "Contract", "b",
            "Legal obligations", "c",
            "Vital interests", "d",
            "Public interest", "e",
            "Legitimate interests", "f");

    @Override
    public boolean recognises(Document document) {
        return document.endsWith(".yaml", ".yml", ".json")
                && document.first().stream()
                        .flatMap(root -> Tree.fields(root).stream())
                        .anyMatch(FidesFormat::isResource);
    }

    private static boolean isResource(Node.Field field) {
        return RESOURCES.contains(field.name())
                && Tree.items(field.value()).stream()
                        .anyMatch(item -> Tree.at(item, "fides_key").isPresent());
    }

    @Override
    public Optional<Collected> read(Document document, CollectContext context, Observations seen, Faults faults) {
        return document.first().map(root -> new Reading(document, context, faults).read(root));
    }

    /** One manifest. */
    private static final class Reading {

        private final Document document;
        private final CollectContext context;
        private final Faults faults;
        private final Vocabularies words;
        private final List<Use> uses = new ArrayList<>();

        Reading(Document document, CollectContext context, Faults faults) {
            this.document = document;
            this.context = context;
            this.faults = faults;
            this.words = new Vocabularies(context.taxonomy());
        }

        Collected read(Node root) {
            int entries = 0;
            for (Node.Field field : Tree.fields(root)) {
                List<Node> items = Tree.items(field.value());
                items.forEach(item -> key(item, field.name()));
                entries += items.size();
            }
            List<Collected.Described> datasets =
                    Tree.items(root, "dataset").stream().map(Reading::dataset).toList();
            Tree.items(root, "system").forEach(this::system);
            return Collected.of(document, "fides", entries, datasets, uses);
        }

        private void key(Node item, String kind) {
            if (Tree.text(item, "fides_key").isEmpty()) {
                faults.add(item.at(), "'fides_key' is missing or no text; fides requires it of each " + kind);
            }
        }

        private static Collected.Described dataset(Node dataset) {
            List<String> fields = new ArrayList<>();
            for (Node collection : Tree.items(dataset, "collections")) {
                String prefix = Tree.text(collection, "name").orElse("") + ".";
                Tree.items(collection, "fields").forEach(field -> field(prefix, field, fields));
            }
            return new Collected.Described(
                    new Collected.Name(Optional.of("fides"), Tree.text(dataset, "fides_key")),
                    Optional.empty(),
                    fields);
        }

        private static void field(String prefix, Node field, List<String> fields) {
            String name = prefix + Tree.text(field, "name").orElse("");
            fields.add(name);
            Tree.items(field, "fields").forEach(inner -> field(name + ".", inner, fields));
        }

        private void system(Node system) {
            for (Node declaration : Tree.items(system, "privacy_declarations")) {
                String use = Tree.text(declaration, "data_use").orElse("");
                if (use.isEmpty()) {
                    faults.add(declaration.at(), "'data_use' is missing or no text; fides requires it");
                }
                TrainingRules.Job job = new TrainingRules.Job("fides", "", Set.of(use), Set.of(), Map.of());
                context.rules().activity(job).ifPresent(activity -> uses(system, declaration, activity));
            }
        }

        private void uses(Node system, Node declaration, String activity) {
            String training = Tree.text(system, "fides_key").orElse("");
            String id =
                    "fides/" + training + "/" + Tree.text(declaration, "name").orElse(activity);
            List<String> datasets = texts(declaration, "dataset_references");
            for (String dataset : datasets.isEmpty() ? List.of("") : datasets) {
                DeclaredUse use = new DeclaredUse(context, document.origin(declaration), declaration);
                use.state("activity", List.of(activity));
                use.state("categories", words.ofFideslang(texts(declaration, "data_categories")));
                Tree.text(declaration, "legal_basis_for_processing")
                        .map(LEGAL_BASES::get)
                        .ifPresent(basis -> use.state("legalBasis.eu", basis));
                Tree.text(declaration, "data_shared_with_third_parties")
                        .filter("true"::equals)
                        .ifPresent(shared -> use.state("recipientType", "third-party"));
                uses.add(use.use(datasets.size() > 1 ? id + "/" + dataset : id, dataset, training));
            }
        }

        private static List<String> texts(Node node, String name) {
            return Tree.items(node, name).stream()
                    .flatMap(item -> Tree.text(item).stream())
                    .toList();
        }
    }
}
