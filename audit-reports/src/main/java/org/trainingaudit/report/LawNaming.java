package org.trainingaudit.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingaudit.config.Node;
import org.trainingaudit.report.Law.RuleText;

/**
 * What the rules that a pack takes over, and the facts they read, are called in it.
 *
 * @param prefix beginnings of rules' ids in the extended pack, and what stands for them in the extending one
 * @param facts names of facts there, and what stands for them here
 */
record LawNaming(Map<String, String> prefix, Map<String, String> facts) {

    static LawNaming of(Node.Fields pack) {
        return new LawNaming(texts(pack, "prefix"), texts(pack, "rename"));
    }

    private static Map<String, String> texts(Node.Fields pack, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Yaml.map(pack, key)
                .ifPresent(map -> map.fields()
                        .forEach(field ->
                                Yaml.text(map, field.name()).ifPresent(text -> texts.put(field.name(), text))));
        return texts;
    }

    String rule(String id) {
        for (Map.Entry<String, String> each : prefix.entrySet()) {
            if (id.startsWith(each.getKey() + "-")) {
                return each.getValue() + id.substring(each.getKey().length());
            }
        }
        return id;
    }

    RuleText in(RuleText rule) {
        return new RuleText(
                rule.kind(),
                rule.citation(),
                rule.remedy(),
                rule.sanctions(),
                rule.from(),
                rule.to(),
                rule.names().stream()
                        .map(name -> facts.getOrDefault(name, name))
                        .collect(Collectors.toSet()),
                rules(rule.passes()),
                rules(rule.exempts()));
    }

    private Set<String> rules(Set<String> ids) {
        return ids.stream().map(this::rule).collect(Collectors.toSet());
    }
}
