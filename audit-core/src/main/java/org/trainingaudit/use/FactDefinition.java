package org.trainingaudit.use;

import java.util.Optional;
import java.util.Set;
import org.trainingaudit.config.Names;

/**
 * What the catalogue says of one fact.
 *
 * @param name its name; a map's members are {@code map.member}, an open map's are all covered by {@code map.*}
 * @param type the kind of value
 * @param values the allowed values of a choice or a set; empty means that any will do
 * @param of what a set's members are: {@code category}, {@code country}, or empty for the values above
 * @param absent the value that counts where the fact isn't stated (claims and adverse records); empty means unknown
 * @param question what to ask a person who could know
 */
public record FactDefinition(
        String name,
        FactType type,
        Set<String> values,
        Optional<String> of,
        Optional<FactValue> absent,
        Names question) {}
