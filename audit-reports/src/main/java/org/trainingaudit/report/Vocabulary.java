package org.trainingaudit.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Map<String, Regime> regimes = new TreeMap<>();

    /** What is needed of a regime. */
    private record Regime(
            Optional<Names> name, Map<String, String> citations, List<Step> steps, Set<String> sensitive) {}

    /**
     * A dated point of a regime.
     *
     * @param day the day itself, or the latest possible one
     * @param fixed whether it is the day itself
     */
    record Step(String regime, String step, LocalDate day, boolean fixed) {}

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
        byId.forEach((id, tree) -> regimes.put(id, regime(id, tree, byId)));
    }

    private static Regime regime(String id, Node.Fields tree, Map<String, Node.Fields> byId) {
        Map<String, String> citations = new HashMap<>();
        Yaml.text(tree, "extends")
                .map(byId::get)
                .ifPresent(base -> rules(base).forEach((rule, cited) -> citations.put(renamed(rule, tree), cited)));
        citations.putAll(rules(tree));
        Set<String> sensitive = new HashSet<>(sensitive(tree));
        Yaml.text(tree, "extends").map(byId::get).ifPresent(base -> sensitive.addAll(sensitive(base)));
        return new Regime(Yaml.names(tree, "name"), citations, steps(id, tree), sensitive);
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

    private static Map<String, String> rules(Node.Fields tree) {
        Map<String, String> citations = new HashMap<>();
        for (Node.Fields rule : Yaml.maps(tree, "rules")) {
            Yaml.text(rule, "id")
                    .ifPresent(id -> Yaml.text(rule, "citation").ifPresent(citation -> citations.put(id, citation)));
        }
        return citations;
    }

    /** A regime that extends another gives the other's rules ids of its own. */
    private static String renamed(String rule, Node.Fields tree) {
        for (Node.Field prefix : Yaml.fields(tree, "prefix")) {
            if (rule.startsWith(prefix.name()) && prefix.value() instanceof Node.Scalar own) {
                return own.text() + rule.substring(prefix.name().length());
            }
        }
        return rule;
    }

    private static List<Step> steps(String id, Node.Fields tree) {
        List<Step> steps = new ArrayList<>();
        for (Node.Field field : Yaml.fields(tree, "steps")) {
            Optional<Node.Fields> step = Yaml.map(field.value());
            Optional<LocalDate> date = step.flatMap(some -> day(some, "date"));
            Optional<LocalDate> latest = step.flatMap(some -> day(some, "latest"));
            date.or(() -> latest).ifPresent(day -> steps.add(new Step(id, field.name(), day, date.isPresent())));
        }
        return steps;
    }

    private static Optional<LocalDate> day(Node.Fields step, String key) {
        try {
            return Yaml.text(step, key).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
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

    /** Where the law has the rule; empty where the configuration doesn't say. */
    String citation(String regime, String rule) {
        return Optional.ofNullable(regimes.get(regime))
                .map(known -> known.citations().getOrDefault(rule, ""))
                .orElse("");
    }

    /** Whether the regime calls one of the categories sensitive, or may do so. */
    boolean isSensitive(String regime, Set<String> categories) {
        Set<String> sensitive =
                Optional.ofNullable(regimes.get(regime)).map(Regime::sensitive).orElse(Set.of());
        return categories.stream()
                .anyMatch(category ->
                        sensitive.stream().anyMatch(wide -> category.equals(wide) || taxonomy.isUnder(category, wide)));
    }

    /** The steps of a regime in the order of its file. */
    List<Step> steps(String regime) {
        return Optional.ofNullable(regimes.get(regime)).map(Regime::steps).orElse(List.of());
    }
}
