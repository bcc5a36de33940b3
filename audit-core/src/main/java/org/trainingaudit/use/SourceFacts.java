package org.trainingaudit.use;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.trainingaudit.dataset.Source;
import org.trainingaudit.dataset.Sources;

/** What the sources say of the people in their data, for uses of which nothing else says it. */
final class SourceFacts {

    private static final String FACT = "subjectCountries";
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final Map<String, Set<String>> countries;

    private SourceFacts(Map<String, Set<String>> countries) {
        this.countries = Map.copyOf(countries);
    }

    /** Of these sources; a group that isn't a country, such as {@code EEA}, leaves the fact unknown. */
    public static SourceFacts of(Sources sources) {
        Map<String, Set<String>> countries = new HashMap<>();
        for (Source source : sources.all()) {
            boolean plain = source.subjectCountries().stream()
                    .allMatch(code -> COUNTRY.matcher(code).matches());
            if (plain && !source.subjectCountries().isEmpty()) {
                countries.put(source.id(), new TreeSet<>(source.subjectCountries()));
            }
        }
        return new SourceFacts(countries);
    }

    /** The use with {@code subjectCountries} of its dataset's source, where nothing states them. */
    public Use with(Use use) {
        String source = Use.sourceOf(use.dataset());
        Set<String> known = countries.getOrDefault(source, Set.of());
        if (known.isEmpty() || use.facts().get(FACT).isPresent() || use.doubt().isPresent()) {
            return use;
        }
        Fact fact = Fact.of(FACT, FactValue.Members.of(known), "source:" + source);
        return use.withFacts(use.facts().with(List.of(fact)));
    }
}
