package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Names;
import org.trainingaudit.config.Node;
import org.trainingaudit.taxonomy.Category;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.Checklist;
import org.trainingaudit.use.Checklists;

/**
 * What a run's configuration calls things. The snapshot was checked when the run took it; what it has no name for stays
 * without one.
 */
final class Vocabulary {

    private static final String REGIMES = "regimes/";
    private static final String CASES = ".cases.yaml";

    private final Taxonomy taxonomy;
    private final Checklists checklists;
    private final Map<String, Regime> regimes = new TreeMap<>();

    /** What is needed of a regime, and what it was found to say of categories. */
    private record Regime(Optional<Names> name, Set<String> sensitive, Map<String, Boolean> answers) {}

    Vocabulary(ConfigFiles files) {
        Faults faults = new Faults();
        this.taxonomy = Taxonomy.load(files, faults);
        this.checklists = Checklists.load(files, taxonomy, faults);
        List<Node.Fields> trees = new ArrayList<>();
        for (ConfigFile file : files.under(REGIMES)) {
            if (!file.name().endsWith(CASES)) {
                file.parse(faults).flatMap(Yaml::map).ifPresent(trees::add);
            }
        }
        Map<String, Node.Fields> byId = new HashMap<>();
        trees.forEach(tree -> Yaml.text(tree, "regime").ifPresent(id -> byId.put(id, tree)));
        byId.forEach((id, tree) -> regimes.put(id, regime(tree, byId)));
    }

    private static Regime regime(Node.Fields tree, Map<String, Node.Fields> byId) {
        Set<String> sensitive = new HashSet<>(sensitive(tree));
        Yaml.text(tree, "extends").map(byId::get).ifPresent(base -> sensitive.addAll(sensitive(base)));
        return new Regime(Yaml.names(tree, "name"), sensitive, new ConcurrentHashMap<>());
    }

    private static Set<String> sensitive(Node.Fields tree) {
        Set<String> categories = new HashSet<>();
        tree.get("sets")
                .flatMap(Yaml::map)
                .flatMap(sets -> sets.get("sensitive"))
                .flatMap(Yaml::map)
                .ifPresent(set -> {
                    categories.addAll(Yaml.texts(set, "categories"));
                    categories.addAll(Yaml.texts(set, "open"));
                });
        return categories;
    }

    /** The configuration's lists of identifiers. */
    List<Checklist> checklists() {
        return checklists.all();
    }

    Taxonomy taxonomy() {
        return taxonomy;
    }

    /** All regimes of the configuration, by id. */
    Set<String> regimes() {
        return regimes.keySet();
    }

    Optional<Names> regimeName(String regime) {
        return Optional.ofNullable(regimes.get(regime)).flatMap(Regime::name);
    }

    Optional<Names> categoryName(String category) {
        return taxonomy.get(category).map(Category::name);
    }

    /** Terms of the Data Privacy Vocabulary for a category; none where it has none. */
    Set<String> dpv(String category) {
        return taxonomy.get(category).map(Category::dpv).orElse(Set.of());
    }

    /** Whether the regime calls the category sensitive, or may do so. */
    boolean isSensitive(String regime, String category) {
        Regime known = regimes.get(regime);
        if (known == null) {
            return false;
        }
        Boolean answer = known.answers().get(category);
        if (answer == null) {
            answer = known.sensitive().stream().anyMatch(wide -> taxonomy.isUnder(category, wide));
            if (taxonomy.get(category).isPresent()) {
                known.answers().put(category, answer);
            }
        }
        return answer;
    }
}
