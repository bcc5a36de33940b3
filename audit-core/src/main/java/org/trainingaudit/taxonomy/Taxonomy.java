package org.trainingaudit.taxonomy;

import jakarta.validation.constraints.NotBlank;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Names;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;

/** All categories, as {@code config/taxonomy.yaml} has them. */
public final class Taxonomy {

    private static final String FILE = "taxonomy.yaml";

    private final Map<String, Category> categories;

    private Taxonomy(Map<String, Category> categories) {
        this.categories = categories;
    }

    /** The file's categories; those with a fault are missing and the fault is told. */
    public static Taxonomy load(ConfigFiles files, Faults faults) {
        Optional<Node> tree = files.required(FILE, faults).flatMap(file -> file.parse(faults));
        Optional<Document> document =
                tree.flatMap(node -> Binder.camelCase(faults).bind(node, Document.class));
        Map<String, Category> categories = new LinkedHashMap<>();
        document.map(Document::categories).orElse(Map.of()).forEach((id, entry) -> {
            entry.parent().ifPresent(parent -> checkKnown(id, "parent", parent, document, faults));
            entry.heir().ifPresent(heir -> checkKnown(id, "heir", heir, document, faults));
            categories.put(id, entry.category(id));
        });
        Taxonomy taxonomy = new Taxonomy(categories);
        document.ifPresent(d -> d.categories().forEach((id, entry) -> taxonomy.checkCycle(id, entry, faults)));
        return taxonomy;
    }

    private static void checkKnown(String id, String role, Text named, Optional<Document> document, Faults faults) {
        Set<String> known = document.map(d -> d.categories().keySet()).orElse(Set.of());
        if (!known.contains(named.value())) {
            faults.add(
                    named.at(),
                    "category '" + id + "': unknown " + role + " '" + named + "'" + Nearest.hint(named.value(), known));
        }
    }

    private void checkCycle(String id, Entry entry, Faults faults) {
        Optional<String> above = parent(id);
        for (int steps = 0; above.isPresent(); steps++, above = parent(above.get())) {
            if (above.get().equals(id) || steps > categories.size()) {
                faults.add(entry.at(), "category '" + id + "' is its own ancestor; give it another parent");
                return;
            }
        }
    }

    /** Whether there is a category of that id. */
    public boolean has(String id) {
        return categories.containsKey(id);
    }

    /** All ids in the file's order. */
    public Set<String> ids() {
        return categories.keySet();
    }

    /** The category of that id. */
    public Optional<Category> get(String id) {
        return Optional.ofNullable(categories.get(id));
    }

    /** Whether the category is the other or stands anywhere below it. */
    public boolean isUnder(String id, String ancestor) {
        Optional<String> at = Optional.of(id);
        // A ring is told as a fault; until the faults are acted on, others may ask.
        for (int steps = 0; at.isPresent() && !at.get().equals(ancestor); steps++) {
            at = steps < categories.size() ? parent(at.get()) : Optional.empty();
        }
        return at.isPresent();
    }

    private Optional<String> parent(String id) {
        return get(id).flatMap(Category::parent);
    }

    private record Document(Map<String, Entry> categories) {}

    private record Entry(
            Location at,
            Optional<Text> parent,
            Names name,
            Set<String> dpv,
            Set<String> fideslang,
            @NotBlank String since,
            Optional<Text> heir) {

        Category category(String id) {
            return new Category(id, parent.map(Text::value), name, dpv, fideslang, since, heir.map(Text::value));
        }
    }
}
