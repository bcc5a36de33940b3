package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

/** What the run's regimes say of their rules, in the words that a finding quotes. */
final class LawText {

    private static final String CASES = ".cases.yaml";
    private static final String EGOV = "https://laws.e-gov.go.jp/law/";

    /**
     * One rule.
     *
     * @param names every name that stands in its conditions; the facts it reads are among them
     * @param exempts the rules it lifts
     */
    record RuleText(
            String kind,
            String citation,
            String remedy,
            List<String> sanctions,
            String from,
            String to,
            Set<String> names,
            List<String> exempts) {

        static final RuleText NONE = new RuleText("", "", "", List.of(), "", "", Set.of(), List.of());
    }

    /** One regime. */
    private record Law(
            String jurisdiction,
            String source,
            Map<String, Names> sanctions,
            Map<String, RuleText> rules,
            Map<String, StepText> steps,
            List<String> sensitive) {}

    /** A step as written: its date, or the latest possible one, and what it brings, in English and where written in Japanese. */
    record StepText(String date, String certainty, String latest, String note, String noteJa) {

        static final StepText NONE = new StepText("", "", "", "", "");

        String day() {
            return date.isEmpty() ? latest : date;
        }
    }

    private final Map<String, Law> laws = new TreeMap<>();

    LawText(ConfigFiles files) {
        Map<String, Node.Fields> trees = new LinkedHashMap<>();
        for (ConfigFile file : files.under("regimes/")) {
            if (!file.name().endsWith(CASES)) {
                file.parse(new Faults())
                        .flatMap(Yaml::map)
                        .ifPresent(tree -> Yaml.text(tree, "regime").ifPresent(id -> trees.put(id, tree)));
            }
        }
        trees.forEach((id, tree) -> laws.put(id, law(tree, trees)));
    }

    private static Law law(Node.Fields tree, Map<String, Node.Fields> trees) {
        Map<String, RuleText> rules = new LinkedHashMap<>();
        Map<String, Names> sanctions = new HashMap<>();
        Map<String, StepText> steps = new LinkedHashMap<>();
        Optional<Node.Fields> base = Yaml.text(tree, "extends").map(trees::get);
        base.ifPresent(other -> {
            Law inherited = law(other, trees);
            inherited.rules().forEach((id, text) -> rules.put(renamed(id, tree), text));
            sanctions.putAll(inherited.sanctions());
            steps.putAll(inherited.steps());
        });
        Yaml.fields(tree, "sanctions")
                .forEach(field -> Yaml.names(tree, "sanctions", field.name())
                        .ifPresent(names -> sanctions.put(field.name(), names)));
        Yaml.fields(tree, "steps")
                .forEach(field -> Yaml.map(field.value()).ifPresent(step -> steps.put(field.name(), step(step))));
        Yaml.maps(tree, "rules").forEach(rule -> Yaml.text(rule, "id").ifPresent(id -> rules.put(id, rule(rule))));
        List<String> sensitive = tree.get("sets")
                .flatMap(Yaml::map)
                .flatMap(sets -> sets.get("sensitive"))
                .flatMap(Yaml::map)
                .map(set -> texts(set, "categories"))
                .or(() -> base.map(other -> law(other, trees).sensitive()))
                .orElse(List.of());
        return new Law(Yaml.text(tree, "jurisdiction").orElse(""), source(tree), sanctions, rules, steps, sensitive);
    }

    private static StepText step(Node.Fields step) {
        return new StepText(
                Yaml.text(step, "date").orElse(""),
                Yaml.text(step, "certainty").orElse("fixed"),
                Yaml.text(step, "latest").orElse(""),
                Yaml.names(step, "note")
                        .map(Names::en)
                        .or(() -> Yaml.text(step, "note"))
                        .orElse(""),
                Yaml.names(step, "note").map(Names::ja).orElse(""));
    }

    private static String renamed(String rule, Node.Fields tree) {
        for (Node.Field prefix : Yaml.fields(tree, "prefix")) {
            if (rule.startsWith(prefix.name()) && prefix.value() instanceof Node.Scalar own) {
                return own.text() + rule.substring(prefix.name().length());
            }
        }
        return rule;
    }

    private static String source(Node.Fields tree) {
        Optional<Node.Fields> authority = tree.get("authority").flatMap(Yaml::map);
        return authority
                .flatMap(some -> Yaml.text(some, "uri"))
                .or(() -> authority.flatMap(some -> Yaml.text(some, "lawId")).map(id -> EGOV + id))
                .orElse("");
    }

    private static RuleText rule(Node.Fields rule) {
        Set<String> names = new HashSet<>();
        rule.fields().forEach(field -> names(field.value(), names));
        return new RuleText(
                Yaml.text(rule, "kind").orElse(""),
                Yaml.text(rule, "citation").orElse(""),
                Yaml.names(rule, "remedy").map(Names::en).orElse(""),
                texts(rule, "sanction"),
                Yaml.text(rule, "from").orElse(""),
                Yaml.text(rule, "to").orElse(""),
                names,
                texts(rule, "exempts"));
    }

    private static void names(Node node, Set<String> names) {
        if (node instanceof Node.Fields map) {
            map.fields().forEach(field -> {
                names.add(field.name());
                names(field.value(), names);
            });
        } else if (node instanceof Node.Items list) {
            list.items().forEach(item -> names(item, names));
        }
    }

    private static List<String> texts(Node.Fields map, String key) {
        List<String> texts = new ArrayList<>();
        map.get(key).ifPresent(node -> {
            List<Node> items = node instanceof Node.Items list ? list.items() : List.of(node);
            items.forEach(item -> {
                if (item instanceof Node.Scalar scalar && !scalar.isNull()) {
                    texts.add(scalar.text());
                }
            });
        });
        return texts;
    }

    RuleText rule(String regime, String rule) {
        return Optional.ofNullable(laws.get(regime))
                .map(law -> law.rules().get(rule))
                .orElse(RuleText.NONE);
    }

    /** What the codes stand for in words; a sanction that is written out is its own text. */
    List<String> sanctions(String regime, List<String> codes) {
        Map<String, Names> known =
                Optional.ofNullable(laws.get(regime)).map(Law::sanctions).orElse(Map.of());
        return codes.stream()
                .map(code -> Optional.ofNullable(known.get(code)).map(Names::en).orElse(code))
                .toList();
    }

    String jurisdiction(String regime) {
        return Optional.ofNullable(laws.get(regime)).map(Law::jurisdiction).orElse("");
    }

    String source(String regime) {
        return Optional.ofNullable(laws.get(regime)).map(Law::source).orElse("");
    }

    StepText step(String regime, String step) {
        return Optional.ofNullable(laws.get(regime))
                .map(law -> law.steps().get(step))
                .orElse(StepText.NONE);
    }

    /** Those of the regimes that call the category, or one above it, sensitive. */
    List<String> sensitiveIn(String category, Set<String> regimes) {
        return regimes.stream()
                .filter(regime -> Optional.ofNullable(laws.get(regime)).stream()
                        .flatMap(law -> law.sensitive().stream())
                        .anyMatch(one -> category.equals(one) || category.startsWith(one + ".")))
                .toList();
    }

    /** The exemptions of that regime that would lift the rule. */
    List<String> exemptionsOf(String regime, String rule) {
        return Optional.ofNullable(laws.get(regime))
                .map(law -> law.rules().entrySet().stream()
                        .filter(each -> each.getValue().exempts().contains(rule))
                        .map(Map.Entry::getKey)
                        .toList())
                .orElse(List.of());
    }
}
