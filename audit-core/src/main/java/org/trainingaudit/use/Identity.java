package org.trainingaudit.use;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;

/**
 * Says which of our datasets a name means that some tool uses. A name resolves where
 *
 * <ol>
 *   <li>a person confirmed it: {@code datasets} has the tool's namespace and name, joined by {@code /}, and the dataset's id;
 *   <li>its namespace is that of a source, by the source's own id or by {@code namespaces}, and the source has a dataset of
 *       that name.
 * </ol>
 *
 * <p>Nothing else is tried: a name that merely looks alike stays unresolved and is listed.
 */
public final class Identity {

    /** Knows no dataset, so that every name stays as it is. */
    static final Identity NONE = new Identity(Set.of(), Map.of(), Map.of(), Map.of(), Map.of());

    private final Set<String> known;
    private final Map<String, String> datasets;
    private final Map<String, String> namespaces;
    private final Map<String, String> trainings;
    private final Map<String, String> recipients;

    private Identity(
            Set<String> known,
            Map<String, String> datasets,
            Map<String, String> namespaces,
            Map<String, String> trainings,
            Map<String, String> recipients) {
        this.known = Set.copyOf(known);
        this.datasets = Map.copyOf(datasets);
        this.namespaces = Map.copyOf(namespaces);
        this.trainings = Map.copyOf(trainings);
        this.recipients = Map.copyOf(recipients);
    }

    /** A dataset's confirmed name, with whoever confirmed it. */
    private record Join(Location at, Text name, Text dataset, Optional<String> by, Optional<String> on) {}

    /** The block {@code identity}. */
    private record Block(
            Map<String, Text> namespaces,
            List<Join> datasets,
            Map<String, Text> trainings,
            Map<String, Text> recipients) {}

    /**
     * The identities that a block says; those with a fault are missing and the fault is told.
     *
     * @param known the ids of all datasets there are
     */
    static Identity of(Optional<Node> written, Collection<String> known, Faults faults) {
        Block block = written.flatMap(node -> Binder.camelCase(faults).bind(node, Block.class))
                .orElse(new Block(Map.of(), List.of(), Map.of(), Map.of()));
        Set<String> ids = new TreeSet<>(known);
        Set<String> sources = new TreeSet<>();
        ids.forEach(id -> sources.add(Use.sourceOf(id)));
        Map<String, String> datasets = new HashMap<>();
        for (Join join : block.datasets()) {
            expect("dataset", join.dataset(), ids, faults);
            if (datasets.putIfAbsent(join.name().value(), join.dataset().value()) != null) {
                faults.add(join.name().at(), "name '" + join.name() + "' stands twice; it can mean one dataset only");
            }
        }
        Map<String, String> namespaces = new HashMap<>();
        block.namespaces().forEach((name, source) -> {
            expect("source", source, sources, faults);
            namespaces.put(name, source.value());
        });
        Map<String, String> trainings = new HashMap<>();
        block.trainings().forEach((name, training) -> trainings.put(name, training.value()));
        Map<String, String> recipients = new HashMap<>();
        block.recipients().forEach((name, recipient) -> recipients.put(name, recipient.value()));
        return new Identity(ids, datasets, namespaces, trainings, recipients);
    }

    private static void expect(String what, Text found, Set<String> ids, Faults faults) {
        if (!ids.isEmpty() && !ids.contains(found.value())) {
            faults.add(
                    found.at(),
                    "there is no " + what + " '" + found + "' in the sources" + Nearest.hint(found.value(), ids));
        }
    }

    /** Whether the sources have a dataset of that id. */
    public boolean isKnown(String dataset) {
        return known.contains(dataset);
    }

    /** The dataset that the name means; nothing where nobody said so. */
    Optional<String> dataset(Optional<String> namespace, String name) {
        String whole = namespace.map(space -> space + "/").orElse("") + name;
        return Optional.ofNullable(datasets.get(whole))
                .or(() -> namespace.flatMap(space -> in(space, name)))
                .or(() -> Optional.of(whole).filter(known::contains));
    }

    private Optional<String> in(String namespace, String name) {
        String source = namespaces.getOrDefault(namespace, namespace);
        return Optional.of(source + "/" + name).filter(known::contains);
    }

    /** The same for names that are in one already: the end of the namespace is looked for at each slash. */
    Optional<String> dataset(String whole) {
        Optional<String> found = dataset(Optional.empty(), whole);
        for (int slash = whole.indexOf('/'); slash > 0 && found.isEmpty(); slash = whole.indexOf('/', slash + 1)) {
            found = dataset(Optional.of(whole.substring(0, slash)), whole.substring(slash + 1));
        }
        return found;
    }

    /** The dataset that any of the names means; nothing where two of them mean different ones. */
    Optional<String> dataset(Collection<String> names) {
        Set<String> meant = new TreeSet<>();
        names.forEach(name -> dataset(name).ifPresent(meant::add));
        return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
    }

    /** To whom what is written under that name is handed: the namespace is looked for at each slash. */
    Optional<String> recipient(String whole) {
        if (recipients.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> found = Optional.empty();
        for (int slash = whole.indexOf('/'); slash > 0 && found.isEmpty(); slash = whole.indexOf('/', slash + 1)) {
            found = Optional.ofNullable(recipients.get(whole.substring(0, slash)));
        }
        return found;
    }

    /** The name under which the registers have a training; the name itself where nobody said another. */
    public String training(String name) {
        return trainings.getOrDefault(name, name);
    }
}
