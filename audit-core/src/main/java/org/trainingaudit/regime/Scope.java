package org.trainingaudit.regime;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.taxonomy.Taxonomy;

/**
 * What the names in one regime's conditions mean.
 *
 * @param regime the regime's id
 * @param sets its named sets
 * @param rules every rule of every regime, by {@code regime/rule}
 * @param compiled every regime, by id
 */
record Scope(
        String regime,
        FactSlots slots,
        Taxonomy taxonomy,
        Countries countries,
        Map<String, RegimeDocument.SetPart> sets,
        Map<String, CompiledRule> rules,
        Map<String, CompiledRegime> compiled) {

    Set<String> regimes() {
        return compiled.keySet();
    }

    /** The rule of that id in this regime, or of that {@code regime/rule} anywhere. */
    Optional<CompiledRule> rule(String id) {
        return Optional.ofNullable(rules.get(id.contains("/") ? id : regime + "/" + id));
    }
}
