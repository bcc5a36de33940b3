package org.trainingaudit.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingaudit.trail.EntryText;

/**
 * A use as it was last recorded.
 *
 * @param known what is stated of it, by the fact's name, in the order of its entries
 * @param plain whether what it states counts as it stands, and all of it is in one entry
 * @param entries that tell it, one where it fits into one
 */
record OfUse(
        String run,
        String ref,
        String use,
        String dataset,
        String training,
        String origin,
        String state,
        Map<String, StatedFact> known,
        Set<String> notGovernedBy,
        boolean plain,
        List<EntryText> entries)
        implements Recorded {

    /** The value of a fact as text; empty where nobody has stated it. */
    String fact(String name) {
        StatedFact fact = known.get(name);
        return fact == null ? "" : fact.value();
    }

    /** All that is stated of it. */
    Collection<StatedFact> facts() {
        return known.values();
    }

    /** The members of a fact that is a set. */
    List<String> members(String name) {
        StatedFact fact = known.get(name);
        return fact == null ? List.of() : fact.stated().members();
    }

    boolean ended() {
        return state.equals("ended");
    }

    /** The use with what a further part of it tells. */
    OfUse with(OfUse part) {
        Map<String, StatedFact> facts = new LinkedHashMap<>(known);
        part.known().forEach(facts::putIfAbsent);
        List<EntryText> all = new ArrayList<>(entries);
        all.addAll(part.entries());
        Set<String> not = new HashSet<>(notGovernedBy);
        not.addAll(part.notGovernedBy());
        return new OfUse(
                run, ref, use, dataset, training, origin, state, facts, Set.copyOf(not), false, List.copyOf(all));
    }
}
