package org.trainingaudit.provider;

import java.util.Set;

/**
 * A company on whose machines or models others train, as {@code config/providers.yaml} has it.
 *
 * @param id its name in facts and reports
 * @param name what people call it
 * @param aliases other names by which registers and tools call it
 * @param kinds what others use of it: {@code compute}, {@code model}
 * @param country where the company that provides it has its seat, as an ISO 3166 code
 * @param owner its ultimate owner, or the company itself
 * @param ownerCountry where that owner is run from
 * @param source who says so
 */
record Provider(
        String id,
        String name,
        Set<String> aliases,
        Set<String> kinds,
        String country,
        String owner,
        String ownerCountry,
        String source) {

    Provider {
        aliases = Set.copyOf(aliases);
        kinds = Set.copyOf(kinds);
    }
}
