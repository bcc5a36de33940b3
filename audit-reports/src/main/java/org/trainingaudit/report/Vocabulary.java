package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Names;
import org.trainingaudit.config.Node;
import org.trainingaudit.taxonomy.Category;
import org.trainingaudit.taxonomy.Taxonomy;

/**
 * What a run's configuration calls things. The snapshot was checked when the run took it; what it has no name for stays
 * without one.
 */
final class Vocabulary {

    private static final String REGIMES = "regimes/";
    private static final String CASES = ".cases.yaml";

    private final Taxonomy taxonomy;
    private final Map<String, Optional<Names>> regimes = new TreeMap<>();

    Vocabulary(ConfigFiles files) {
        Faults faults = new Faults();
        this.taxonomy = Taxonomy.load(files, faults);
        List<Node.Fields> trees = new ArrayList<>();
        for (ConfigFile file : files.under(REGIMES)) {
            if (!file.name().endsWith(CASES)) {
                file.parse(faults).flatMap(Yaml::map).ifPresent(trees::add);
            }
        }
        Map<String, Node.Fields> byId = new HashMap<>();
        trees.forEach(tree -> Yaml.text(tree, "regime").ifPresent(id -> byId.put(id, tree)));
        byId.forEach((id, tree) -> regimes.put(id, Yaml.names(tree, "name")));
    }

    /** All regimes of the configuration, by id. */
    Set<String> regimes() {
        return regimes.keySet();
    }

    Optional<Names> regimeName(String regime) {
        return regimes.getOrDefault(regime, Optional.empty());
    }

    Optional<Names> categoryName(String category) {
        return taxonomy.get(category).map(Category::name);
    }

    /** Terms of the Data Privacy Vocabulary for a category; none where it has none. */
    Set<String> dpv(String category) {
        return taxonomy.get(category).map(Category::dpv).orElse(Set.of());
    }
}
