package org.trainingaudit.use;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.taxonomy.Taxonomy;

/**
 * Reads any document that tells of uses. Of which kind it is shows from its ending and its content:
 *
 * <ul>
 *   <li>{@code register}: see {@link Registers};
 *   <li>{@code fides}: a manifest of fides; its declarations of training are uses;
 *   <li>{@code dpv}: processes of the Data Privacy Vocabulary in Turtle or JSON-LD;
 *   <li>{@code mlflow}: an MLflow server's answer to a search for runs;
 *   <li>{@code marquez}: a Marquez server's events, jobs, datasets or graph;
 *   <li>{@code openlineage}: one event, a list of events, or an event in each line. A lone facet tells of no use;
 *   <li>{@code croissant}: the description of a dataset in JSON-LD;
 *   <li>{@code hf-dataset-card}: Markdown that begins with a block of YAML.
 * </ul>
 *
 * <p>A sound document that tells of no training gives no use. One that breaks its schema gives what can be read, and
 * faults.
 */
public final class Collector {

    /** Asked in this order; a new kind of document is one class and one line here. */
    private static final Map<String, CollectFormat> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put("register", new RegisterFormat());
        FORMATS.put("fides", new FidesFormat());
        FORMATS.put("dpv", new DpvFormat());
        FORMATS.put("mlflow", new MlflowFormat());
        FORMATS.put("marquez", new MarquezFormat());
        FORMATS.put("openlineage", new OpenLineageFormat());
        FORMATS.put("croissant", new CroissantFormat());
        FORMATS.put("hf-dataset-card", new CardFormat());
    }

    private final CollectContext context;
    private final CollectSettings settings;

    /** Facts that are observed are stated only where the catalogue has them. */
    public Collector(FactCatalogue catalogue, Taxonomy taxonomy, CollectSettings settings) {
        this.settings = settings;
        this.context = new CollectContext(catalogue, taxonomy, settings.rules(), settings.tells(), settings.identity());
    }

    /** What the document tells by itself, or why it was refused. */
    public CollectResult collect(Path file) {
        Faults faults = new Faults();
        Observations seen = new Observations(context);
        Optional<Collected> collected = read(file, seen, faults, ignored -> {});
        return new CollectResult(collected.map(one -> one.with(seen.uses())), faults.all());
    }

    /**
     * What the documents and the trackers of the settings tell together; what flows from one into a training of another is a
     * use of it.
     */
    CollectedUses collectAll(Collection<Path> files) {
        return collectAll(files, System::getenv);
    }

    CollectedUses collectAll(Collection<Path> files, UnaryOperator<@Nullable String> environment) {
        Faults faults = new Faults();
        Observations seen = new Observations(context);
        List<Use> declared = new ArrayList<>();
        List<Document> cut = new ArrayList<>();
        int read = 0;
        for (Path file : files) {
            Optional<Collected> collected = read(file, seen, faults, cut::add);
            collected.ifPresent(one -> declared.addAll(one.uses()));
            read += collected.isPresent() ? 1 : 0;
        }
        boolean whole = read == files.size() && cut.isEmpty();
        Trackers trackers = new Trackers(settings.hosts(), tagNames(), seen, faults, environment);
        for (Tracker tracker : settings.trackers()) {
            whole &= trackers.ask(tracker);
        }
        return new CollectedUses(
                declared, seen.uses(), seen.unresolved(), seen.undecided(), seen.untold(), faults.all(), whole);
    }

    private Set<String> tagNames() {
        Set<String> names = new TreeSet<>(settings.rules().tagNames());
        names.addAll(settings.tells().tagNames());
        return names;
    }

    private Optional<Collected> read(Path file, Observations seen, Faults faults, Consumer<Document> cut) {
        try {
            Optional<Document> document = Document.open(file, faults);
            Optional<Collected> collected = document.flatMap(open -> read(open, seen, faults));
            document.filter(Document::isCut).ifPresent(cut);
            return collected;
        } catch (IOException e) {
            faults.add(
                    Location.of(file.toString()),
                    "the file can't be read to its end (" + e.getClass().getSimpleName() + ")");
            return Optional.empty();
        }
    }

    private Optional<Collected> read(Document document, Observations seen, Faults faults) {
        Optional<CollectFormat> format = FORMATS.values().stream()
                .filter(one -> one.recognises(document))
                .findFirst();
        if (format.isEmpty()) {
            faults.add(
                    Location.of(document.file().toString()),
                    "the document is of no known kind; expected one of " + FORMATS.keySet());
        }
        return format.flatMap(one -> one.read(document, context, seen, faults));
    }
}
