package org.trainingaudit.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Names;
import org.trainingaudit.config.Node;
import org.trainingaudit.report.Law.RuleText;
import org.trainingaudit.report.Law.StepText;

/**
 * Reads the packs of a run's configuration for what reports quote of them. They were checked when the run took them and may be
 * years old, so nothing is checked here, and what isn't understood is left out.
 */
final class LawReader {

    private static final String CASES = ".cases.yaml";
    private static final String EGOV = "https://laws.e-gov.go.jp/law/";

    private final Map<String, Node.Fields> packs = new LinkedHashMap<>();

    private LawReader(ConfigFiles files) {
        for (ConfigFile file : files.under("regimes/")) {
            if (!file.name().endsWith(CASES)) {
                file.parse(new Faults())
                        .flatMap(Yaml::map)
                        .ifPresent(pack -> Yaml.text(pack, "regime").ifPresent(id -> packs.put(id, pack)));
            }
        }
    }

    /** All regimes by id. */
    static Map<String, Law> read(ConfigFiles files) {
        LawReader reader = new LawReader(files);
        Map<String, Law> laws = new TreeMap<>();
        reader.packs.keySet().forEach(id -> laws.put(id, reader.law(id, Set.of())));
        return laws;
    }

    /** The regime, for those that extend it; empty where there is none or it is one of them. */
    private Law law(String id, Set<String> extending) {
        Node.Fields pack = packs.get(id);
        if (pack == null || extending.contains(id)) {
            return Law.UNKNOWN;
        }
        Set<String> those = new HashSet<>(extending);
        those.add(id);
        return law(
                pack, Yaml.text(pack, "extends").map(base -> law(base, those)).orElse(Law.UNKNOWN));
    }

    private static Law law(Node.Fields pack, Law base) {
        Map<String, RuleText> rules = new LinkedHashMap<>();
        LawNaming naming = LawNaming.of(pack);
        base.rules().forEach((id, rule) -> rules.put(naming.rule(id), naming.in(rule)));
        Yaml.maps(pack, "rules").forEach(rule -> Yaml.text(rule, "id").ifPresent(id -> rules.put(id, rule(rule))));
        Optional<Node.Fields> sensitive = Yaml.map(pack, "sets").flatMap(sets -> Yaml.map(sets, "sensitive"));
        return new Law(
                Yaml.names(pack, "name"),
                Yaml.text(pack, "jurisdiction").orElse(""),
                source(pack),
                Yaml.text(pack, "amends").orElse(""),
                sanctions(pack, base),
                rules,
                steps(pack, base),
                sensitive.map(set -> Set.copyOf(Yaml.texts(set, "categories"))).orElse(base.sensitive()),
                sensitive.map(set -> Set.copyOf(Yaml.texts(set, "open"))).orElse(base.open()));
    }

    private static Map<String, Names> sanctions(Node.Fields pack, Law base) {
        Map<String, Names> sanctions = new HashMap<>(base.sanctions());
        Yaml.fields(pack, "sanctions")
                .forEach(field -> Yaml.names(pack, "sanctions", field.name())
                        .ifPresent(names -> sanctions.put(field.name(), names)));
        return sanctions;
    }

    private static Map<String, StepText> steps(Node.Fields pack, Law base) {
        Map<String, StepText> steps = new LinkedHashMap<>(base.steps());
        Yaml.fields(pack, "steps")
                .forEach(field -> Yaml.map(field.value()).ifPresent(step -> steps.put(field.name(), step(step))));
        return steps;
    }

    private static StepText step(Node.Fields step) {
        Optional<Names> note = Yaml.names(step, "note");
        return new StepText(
                Yaml.text(step, "date").orElse(""),
                Yaml.text(step, "certainty").orElse("fixed"),
                Yaml.text(step, "latest").orElse(""),
                note.map(Names::en).or(() -> Yaml.text(step, "note")).orElse(""),
                note.map(Names::ja).orElse(""));
    }

    private static String source(Node.Fields pack) {
        Optional<Node.Fields> authority = Yaml.map(pack, "authority");
        return authority
                .flatMap(some -> Yaml.text(some, "uri"))
                .or(() -> authority.flatMap(some -> Yaml.text(some, "lawId")).map(id -> EGOV + id))
                .orElse("");
    }

    private static RuleText rule(Node.Fields rule) {
        Set<String> names = new HashSet<>();
        Set<String> passes = new HashSet<>();
        rule.fields().forEach(field -> names(field.value(), names, passes));
        return new RuleText(
                Yaml.text(rule, "kind").orElse(""),
                Yaml.text(rule, "citation").orElse(""),
                Yaml.names(rule, "remedy").map(Names::en).orElse(""),
                Yaml.texts(rule, "sanction"),
                Yaml.text(rule, "from").orElse(""),
                Yaml.text(rule, "to").orElse(""),
                names,
                passes,
                Set.copyOf(Yaml.texts(rule, "exempts")));
    }

    private static void names(Node node, Set<String> names, Set<String> passes) {
        if (node instanceof Node.Fields map) {
            passes.addAll(Yaml.texts(map, "passes"));
            map.fields().forEach(field -> {
                names.add(field.name());
                names(field.value(), names, passes);
            });
        } else if (node instanceof Node.Items list) {
            list.items().forEach(item -> names(item, names, passes));
        }
    }
}
