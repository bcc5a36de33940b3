package org.trainingaudit.regime;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.config.Text;
import org.trainingaudit.taxonomy.Taxonomy;

/** Looks up the names that a pack has outside of its rules' conditions, and tells those that mean nothing. */
final class PackNames {

    private final Map<String, RegimeSource> sources;
    private final Taxonomy taxonomy;
    private final Countries countries;
    private final Faults faults;

    PackNames(Map<String, RegimeSource> sources, Taxonomy taxonomy, Countries countries, Faults faults) {
        this.sources = sources;
        this.taxonomy = taxonomy;
        this.countries = countries;
        this.faults = faults;
    }

    /** The regime that another amends. */
    void amends(RegimeSource source) {
        source.amends().ifPresent(amended -> {
            if (!sources.containsKey(amended.value())) {
                faults.add(
                        amended.at(),
                        "unknown regime '" + amended + "' in amends" + Nearest.hint(amended.value(), sources.keySet()));
            } else if (amendsItself(source)) {
                faults.add(amended.at(), "regime '" + source.id() + "' amends itself by way of '" + amended + "'");
            }
        });
    }

    private boolean amendsItself(RegimeSource source) {
        RegimeSource at = source;
        for (int i = 0; i < sources.size() && at != null; i++) {
            at = at.amends().map(Text::value).map(sources::get).orElse(null);
            if (at != null && at.id().equals(source.id())) {
                return true;
            }
        }
        return false;
    }

    /** The codes of a rule; in a pack without a list of sanctions a rule says in words what a breach can cost. */
    void sanctions(RegimeSource source, String rule, List<Text> codes) {
        Set<String> known = source.sanctions().keySet();
        for (Text code : codes) {
            if (source.clean() && !known.isEmpty() && !known.contains(code.value())) {
                faults.add(
                        code.at(),
                        "rule '" + rule + "': unknown sanction '" + code + "'" + Nearest.hint(code.value(), known));
            }
        }
    }

    /** The categories and countries of a pack's sets. */
    void sets(Collection<RegimeDocument.SetPart> sets) {
        for (RegimeDocument.SetPart set : sets) {
            for (Text category : set.categories()) {
                if (!taxonomy.has(category.value())) {
                    faults.add(
                            category.at(),
                            "unknown category '" + category + "'" + Nearest.hint(category.value(), taxonomy.ids()));
                }
            }
            for (Text country : set.countries()) {
                if (!countries.isKnown(country.value())) {
                    faults.add(
                            country.at(),
                            "unknown country or group '" + country + "'"
                                    + Nearest.hint(country.value(), countries.groups()));
                }
            }
            if (set.categories().isEmpty()
                    && set.countries().isEmpty()
                    && set.values().isEmpty()
                    && set.open().isEmpty()) {
                faults.add(set.at(), "the set has no members; give 'categories', 'countries' or 'values'");
            }
        }
    }
}
