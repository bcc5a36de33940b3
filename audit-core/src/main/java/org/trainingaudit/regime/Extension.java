package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Text;

/** Gives a regime that extends another what it takes over: sets, labels, steps and rules that it doesn't replace. */
final class Extension {

    private final Map<String, RegimeSource> written;
    private final Faults faults;
    private final Map<String, RegimeSource> done = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    Extension(Map<String, RegimeSource> written, Faults faults) {
        this.written = written;
        this.faults = faults;
    }

    /** The regime with all that it takes over. */
    RegimeSource of(RegimeSource regime) {
        RegimeSource known = done.get(regime.id());
        if (known != null) {
            return known;
        }
        open.add(regime.id());
        RegimeSource full = regime.extended().map(base -> extend(regime, base)).orElse(regime);
        open.remove(regime.id());
        done.put(regime.id(), full);
        return full;
    }

    private RegimeSource extend(RegimeSource regime, Text base) {
        RegimeSource found = written.get(base.value());
        if (found == null) {
            faults.add(
                    base.at(),
                    "unknown regime '" + base + "' in extends" + Nearest.hint(base.value(), written.keySet()));
            return regime;
        }
        if (open.contains(base.value())) {
            faults.add(base.at(), "regime '" + regime.id() + "' extends itself by way of '" + base + "'");
            return regime;
        }
        return merge(of(found), regime);
    }

    private static RegimeSource merge(RegimeSource base, RegimeSource regime) {
        Map<String, String> facts = new HashMap<>();
        regime.rename().forEach((from, to) -> facts.put(from, to.value()));
        Naming naming = new Naming(regime.prefix(), facts);
        return regime.with(
                merged(base.sets(), regime.sets()),
                merged(base.labels(), regime.labels()),
                merged(base.sanctions(), regime.sanctions()),
                merged(base.steps(), regime.steps()),
                rules(base.rules(), regime.rules(), naming));
    }

    private static <V> Map<String, V> merged(Map<String, V> base, Map<String, V> own) {
        Map<String, V> both = new LinkedHashMap<>(base);
        both.putAll(own);
        return both;
    }

    /** A rule replaces the one whose id it has, in that one's place; the others follow. */
    private static List<RegimeSource.RuleSource> rules(
            List<RegimeSource.RuleSource> base, List<RegimeSource.RuleSource> own, Naming naming) {
        Map<String, RegimeSource.RuleSource> byId = new LinkedHashMap<>();
        for (RegimeSource.RuleSource rule : base) {
            String id = naming.rule(rule.id());
            byId.put(
                    id,
                    new RegimeSource.RuleSource(
                            id, rule.tree(), rule.part(), rule.naming().then(naming)));
        }
        own.forEach(rule -> byId.put(rule.id(), rule));
        return new ArrayList<>(byId.values());
    }
}
