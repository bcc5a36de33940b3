package org.trainingaudit.use;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;

/**
 * Reads any document that tells of uses. Of which kind it is shows from its ending and its content:
 *
 * <ul>
 *   <li>{@code register}: see {@link Registers};
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
        FORMATS.put("openlineage", new OpenLineageFormat());
        FORMATS.put("croissant", new CroissantFormat());
        FORMATS.put("hf-dataset-card", new CardFormat());
    }

    private final FactCatalogue catalogue;

    /** Facts that are observed are stated only where the catalogue has them. */
    public Collector(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What the document tells, or why it was refused. */
    public CollectResult collect(Path file) {
        Faults faults = new Faults();
        Optional<Collected> collected = Optional.empty();
        try {
            collected = Document.open(file, faults).flatMap(document -> read(document, faults));
        } catch (IOException e) {
            faults.add(
                    Location.of(file.toString()),
                    "the file can't be read to its end (" + e.getClass().getSimpleName() + ")");
        }
        return new CollectResult(collected, faults.all());
    }

    private Optional<Collected> read(Document document, Faults faults) {
        Optional<CollectFormat> format = FORMATS.values().stream()
                .filter(one -> one.recognises(document))
                .findFirst();
        if (format.isEmpty()) {
            faults.add(
                    Location.of(document.file().toString()),
                    "the document is of no known kind; expected one of " + FORMATS.keySet());
        }
        return format.flatMap(one -> one.read(document, catalogue, faults));
    }
}
