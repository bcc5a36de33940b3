package org.trainingaudit.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Node;

/** Which datasets a run's configuration declares; what it declares and nobody read is to be told. */
final class Estate {

    private static final String FILE = "sources.yaml";

    private final boolean known;
    private final Set<String> datasets = new LinkedHashSet<>();
    private final Set<String> openSources = new HashSet<>();
    private final Map<String, Place> places = new HashMap<>();

    Estate(ConfigFiles files) {
        var tree = files.file(FILE).flatMap(file -> file.parse(new Faults())).flatMap(Yaml::map);
        this.known = tree.isPresent();
        tree.ifPresent(fields -> Yaml.maps(fields, "sources").forEach(this::source));
    }

    /** Whose a dataset is. */
    record Place(String unit, String owner) {
        static final Place UNKNOWN = new Place("", "");
    }

    private void source(Node.Fields source) {
        String id = Yaml.text(source, "id").orElse("");
        places.put(
                id,
                new Place(
                        Yaml.text(source, "unit").orElse(id),
                        Yaml.text(source, "owner").orElse("")));
        if (source.get("datasets").isEmpty()) {
            openSources.add(id);
        }
        for (Node.Fields dataset : Yaml.maps(source, "datasets")) {
            Yaml.text(dataset, "name").ifPresent(name -> datasets.add(id + "/" + name));
        }
    }

    /** The datasets declared one by one. */
    Set<String> datasets() {
        return datasets;
    }

    /** Whose the dataset is, by its source. */
    Place place(String dataset) {
        return places.getOrDefault(Run.sourceOf(dataset), Place.UNKNOWN);
    }

    /** Whether the configuration has the dataset, by name or because its source isn't listed dataset by dataset. */
    boolean declares(String dataset) {
        return !known || datasets.contains(dataset) || openSources.contains(Run.sourceOf(dataset));
    }
}
