package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trainingaudit.config.Binder;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Names;
import org.trainingaudit.config.Node;
import org.trainingaudit.config.Text;
import org.trainingaudit.hash.Sha256;

/** Reads one regime file. A fault in one part is told and doesn't keep the others from being read. */
final class RegimeReader {

    private static final Pattern ID = Pattern.compile("[^\\p{Z}\\p{C},;/]{1,64}");

    private final ConfigFile file;
    private final SourceRegister register;
    private final Faults faults;
    private final Binder binder;

    RegimeReader(ConfigFile file, SourceRegister register, Faults faults) {
        this.file = file;
        this.register = register;
        this.faults = faults;
        this.binder = Binder.camelCase(faults);
    }

    /** The regime; nothing, and a fault, where the file holds no map. */
    Optional<RegimeSource> read() {
        int before = faults.count();
        Optional<Node> tree = file.parse(faults);
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        if (!(tree.get() instanceof Node.Fields map)) {
            faults.add(
                    tree.get().at(),
                    "expected a regime, a map that begins with 'regime: " + PackFiles.id(file) + "', but found "
                            + tree.get().describe());
            return Optional.empty();
        }
        return Optional.of(source(map, before));
    }

    private RegimeSource source(Node.Fields map, int before) {
        Optional<RegimeDocument> head = binder.bind(map, RegimeDocument.class);
        checkHead(map);
        checkOwnLanguage(map, head.map(RegimeDocument::jurisdiction).orElse(""));
        Map<String, RegimeDocument.SetPart> sets = map.get("sets")
                .map(node -> binder.bindMap(node, RegimeDocument.SetPart.class))
                .orElse(Map.of());
        Map<String, RegimeSource.StepSource> steps = steps(map);
        List<RegimeSource.RuleSource> rules = rules(map);
        Map<String, RegimeDocument.SanctionPart> sanctions = map.get("sanctions")
                .map(node -> binder.bindMap(node, RegimeDocument.SanctionPart.class))
                .orElse(Map.of());
        register.check("the regime", map.get("source"), faults);
        sets.forEach((name, set) -> register.check("set '" + name + "'", set.source(), faults));
        sanctions.forEach((code, part) -> register.check("sanction '" + code + "'", part.source(), faults));
        return new RegimeSource(
                PackFiles.id(file),
                file.shown(),
                faults.count() == before,
                Sha256.hex(file.bytes()),
                head.map(h -> name(h.name())).orElse(new Names(PackFiles.id(file), PackFiles.id(file))),
                head.map(RegimeDocument::jurisdiction).orElse(""),
                head.map(h -> h.timezone().getId()).orElse("UTC"),
                head.flatMap(RegimeDocument::authority).map(RegimeDocument.AuthorityPart::authority),
                text(map, "amends"),
                text(map, "extends"),
                head.map(RegimeDocument::prefix).orElse(Map.of()),
                head.map(RegimeDocument::rename).orElse(Map.of()),
                head.flatMap(RegimeDocument::preview).orElse(false),
                map.get("governs"),
                sets,
                labels(map),
                sanctions,
                steps,
                rules);
    }

    private void checkHead(Node.Fields map) {
        Optional<Text> regime = text(map, "regime").filter(each -> !each.value().equals(PackFiles.id(file)));
        regime.ifPresent(named -> faults.add(
                named.at(),
                "regime '" + named + "' stands in " + file.name() + "; call the file " + PackFiles.FOLDER + named
                        + PackFiles.ENDING + " or the regime '" + PackFiles.id(file) + "'"));
        if (map.get("name").orElse(null) instanceof Node.Fields names) {
            for (String language : List.of("en", "ja")) {
                if (text(names, language).isEmpty()) {
                    faults.add(names.at(), "the name in '" + language + "' is missing; write name: {en: ..., ja: ...}");
                }
            }
        }
    }

    /** The name and the rules' titles stand in the law's own language as well, so that its readers can check them. */
    private void checkOwnLanguage(Node.Fields map, String jurisdiction) {
        OwnLanguage.of(jurisdiction).ifPresent(language -> {
            map.get("name").ifPresent(name -> checkSaid(name, language, "the name", jurisdiction));
            if (map.get("rules").orElse(null) instanceof Node.Items rules) {
                for (Node rule : rules.items()) {
                    checkTitle(rule, language, jurisdiction);
                }
            }
        });
    }

    private void checkTitle(Node rule, String language, String jurisdiction) {
        if (rule instanceof Node.Fields map) {
            String id = text(map, "id").map(Text::value).orElse("");
            map.get("title")
                    .ifPresent(title -> checkSaid(title, language, "rule '" + id + "': the title", jurisdiction));
        }
    }

    private void checkSaid(Node names, String language, String what, String jurisdiction) {
        if (names instanceof Node.Fields map && text(map, language).isEmpty()) {
            faults.add(
                    names.at(),
                    what + " in '" + language + "' is missing; a law of " + jurisdiction
                            + " is named in its own language too: {en: ..., ja: ..., " + language + ": ...}");
        }
    }

    private static Names name(Map<String, String> names) {
        return new Names(
                names.getOrDefault("en", ""),
                names.getOrDefault("ja", ""),
                Optional.ofNullable(names.get("zh")),
                Optional.ofNullable(names.get("ko")));
    }

    private static Optional<Text> text(Node.Fields map, String key) {
        return map.get(key)
                .filter(node -> node instanceof Node.Scalar scalar && !scalar.isNull())
                .map(node -> new Text(node.at(), ((Node.Scalar) node).text()));
    }

    private static Map<String, Node> labels(Node.Fields map) {
        Map<String, Node> labels = new LinkedHashMap<>();
        if (map.get("labels").orElse(null) instanceof Node.Fields fields) {
            fields.fields().forEach(field -> labels.put(field.name(), field.value()));
        }
        return labels;
    }

    private Map<String, RegimeSource.StepSource> steps(Node.Fields map) {
        Map<String, RegimeSource.StepSource> steps = new LinkedHashMap<>();
        map.get("steps")
                .map(node -> binder.bindMap(node, RegimeDocument.StepPart.class))
                .orElse(Map.of())
                .forEach((id, part) ->
                        steps.put(id, new RegimeSource.StepSource(part.at(), new StepReader(id, part, faults).step())));
        return Collections.unmodifiableMap(steps);
    }

    private List<RegimeSource.RuleSource> rules(Node.Fields map) {
        List<RegimeSource.RuleSource> rules = new ArrayList<>();
        Map<String, Text> seen = new LinkedHashMap<>();
        for (Node item : items(map)) {
            Optional<RegimeDocument.RulePart> part = binder.bind(item, RegimeDocument.RulePart.class);
            if (item instanceof Node.Fields tree) {
                Optional<Text> id = text(tree, "id");
                id.ifPresent(this::checkNamed);
                id.ifPresent(text -> refuseDoubled(seen, text));
                register.check("rule '" + id.map(Text::value).orElse("") + "'", tree.get("source"), faults);
                id.ifPresent(
                        text -> rules.add(new RegimeSource.RuleSource(text.value(), tree, part, Naming.AS_WRITTEN)));
            }
        }
        return rules;
    }

    private List<Node> items(Node.Fields map) {
        Optional<Node> rules = map.get("rules");
        if (rules.isEmpty()) {
            return List.of();
        }
        if (rules.get() instanceof Node.Items list) {
            return list.items();
        }
        faults.add(
                rules.get().at(),
                "expected a list of rules, but found " + rules.get().describe());
        return List.of();
    }

    /** Findings, waivers, entries and other packs name rules between spaces, commas, semicolons and slashes. */
    private void checkNamed(Text id) {
        if (!ID.matcher(id.value()).matches()) {
            faults.add(
                    id.at(),
                    "'" + id
                            + "' can't be the id of a rule; expected at most 64 characters without spaces, ',', ';' and '/', such as JP-06");
        }
    }

    private void refuseDoubled(Map<String, Text> seen, Text id) {
        Text first = seen.putIfAbsent(id.value(), id);
        if (first != null) {
            faults.add(
                    id.at(),
                    "rule '" + id + "' stands twice; first in line "
                            + first.at().line() + ". Give this one its own id, or make it a version of the first");
        }
    }
}
