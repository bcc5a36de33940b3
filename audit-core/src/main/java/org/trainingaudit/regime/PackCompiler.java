package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingaudit.config.Fault;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Names;
import org.trainingaudit.config.Text;
import org.trainingaudit.taxonomy.Taxonomy;

/** Looks up every name in all regimes and compiles their conditions; rules are registered first, so that any can name any. */
final class PackCompiler {

    private final Map<String, RegimeSource> sources;
    private final FactSlots slots;
    private final Taxonomy taxonomy;
    private final Countries countries;
    private final Faults faults;
    private final PackNames names;
    private final Map<String, CompiledRegime> regimes = new LinkedHashMap<>();
    private final Map<String, CompiledRule> rules = new LinkedHashMap<>();
    private int clauses;

    PackCompiler(
            Map<String, RegimeSource> sources, FactSlots slots, Taxonomy taxonomy, Countries countries, Faults faults) {
        this.sources = sources;
        this.slots = slots;
        this.taxonomy = taxonomy;
        this.countries = countries;
        this.faults = faults;
        this.names = new PackNames(sources, taxonomy, countries, faults);
    }

    /** All regimes by id; those with a fault are marked. */
    Map<String, CompiledRegime> compile() {
        sources.values().forEach(this::register);
        sources.values().forEach(names::amends);
        sources.values().forEach(this::compile);
        sources.values().forEach(this::name);
        return regimes;
    }

    /** Every rule, settled in this order; cycles are told. */
    List<CompiledRule> order() {
        return RuleOrder.of(rules.values(), faults);
    }

    int clauses() {
        return clauses;
    }

    /** Marks the regimes in whose file, or in whose extended regime's file, a fault was told. */
    void markFaulty() {
        Set<String> files =
                faults.all().stream().map(Fault::at).map(at -> at.file()).collect(Collectors.toSet());
        for (RegimeSource source : sources.values()) {
            RegimeSource at = source;
            for (int i = 0; i <= sources.size() && at != null; i++) {
                if (!at.clean() || files.contains(at.file())) {
                    regime(source).clean = false;
                }
                at = at.extended().map(Text::value).map(sources::get).orElse(null);
            }
        }
    }

    private CompiledRegime regime(RegimeSource source) {
        return Objects.requireNonNull(regimes.get(source.id()));
    }

    private void register(RegimeSource source) {
        CompiledRegime regime = new CompiledRegime(regimes.size(), face(source));
        List<CompiledRule> own = new ArrayList<>();
        for (RegimeSource.RuleSource rule : source.rules()) {
            CompiledRule made = rule(regime, rule);
            if (rules.putIfAbsent(made.key(), made) == null) {
                own.add(made);
            }
        }
        regime.rules = List.copyOf(own);
        regimes.put(source.id(), regime);
    }

    private CompiledRule rule(CompiledRegime regime, RegimeSource.RuleSource written) {
        CompiledRule rule = new CompiledRule(
                rules.size(), regime, written.id(), written.tree().at());
        written.part().ifPresent(part -> {
            rule.kind = part.kind();
            rule.citation = part.citation();
            rule.confirmed = part.confirmed().orElse(true);
            rule.effect = part.effect().orElse(Effect.EXEMPT);
        });
        return rule;
    }

    private static Regime face(RegimeSource source) {
        Map<String, Names> sanctions = new LinkedHashMap<>();
        source.sanctions().forEach((code, part) -> sanctions.put(code, new Names(part.en(), part.ja())));
        List<Rule> faces = new ArrayList<>();
        source.rules().forEach(rule -> rule.part().ifPresent(part -> faces.add(face(rule.id(), part))));
        return new Regime(
                source.id(),
                source.sha256(),
                source.name(),
                source.jurisdiction(),
                source.timezone(),
                source.authority(),
                source.amends().map(Text::value),
                source.preview(),
                sanctions,
                source.steps().values().stream()
                        .map(RegimeSource.StepSource::step)
                        .toList(),
                faces);
    }

    private static Rule face(String id, RegimeDocument.RulePart part) {
        return new Rule(
                id,
                part.kind(),
                part.citation(),
                part.title(),
                part.remedy(),
                part.sanction().stream().map(Text::value).toList(),
                part.confirmed().orElse(true),
                StepReader.words(part.note()));
    }

    private void compile(RegimeSource source) {
        CompiledRegime regime = regime(source);
        Scope scope = new Scope(source.id(), slots, taxonomy, countries, source.sets(), rules, regimes);
        names.sets(source.sets().values());
        source.governs()
                .ifPresent(node -> regime.governs =
                        new ConditionParser(scope, Naming.AS_WRITTEN, "governs", false, faults).parse(node));
        regime.labels = new LabelParser(scope, faults).parse(source.labels());
        Map<String, CompiledSanction> sanctions = new LinkedHashMap<>();
        source.sanctions()
                .forEach((code, part) -> sanctions.put(
                        code,
                        CompiledSanction.of(
                                part,
                                new ConditionParser(
                                        scope, Naming.AS_WRITTEN, "sanction '" + code + "'", false, faults))));
        regime.sanctions = sanctions;
        for (RegimeSource.RuleSource rule : source.rules()) {
            rule.part().ifPresent(part -> names.sanctions(source, rule.id(), part.sanction()));
            CompiledRule compiled = rules.get(source.id() + "/" + rule.id());
            if (compiled != null && compiled.clauses.isEmpty()) {
                ClauseCompiler compiler = new ClauseCompiler(scope, regimes, rule, compiled, clauses, faults);
                compiled.clauses.addAll(compiler.compile());
                clauses += compiled.clauses.size();
            }
        }
    }

    /** Enters each exemption with the rules that it names. */
    private void name(RegimeSource source) {
        CompiledRegime regime = regime(source);
        Map<CompiledRule, RegimeSource.RuleSource> written = new HashMap<>();
        source.rules().forEach(rule -> written.put(rules.get(regime.id + "/" + rule.id()), rule));
        for (CompiledRule rule : regime.rules) {
            RegimeSource.RuleSource from = written.get(rule);
            if (from != null) {
                rule.exempts = new ExemptsReader(source, rules, rule, from, faults).rules();
                rule.exempts.forEach(named -> named.exemptedBy.add(rule));
            }
        }
    }
}
