package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of a use, by name of fact. A fact that is not here is unknown. */
public final class Facts {

    private final Map<String, Fact> byName;

    private Facts(Map<String, Fact> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /** These facts; of two with one name the later counts. */
    public static Facts of(Collection<Fact> facts) {
        Map<String, Fact> byName = new TreeMap<>();
        facts.forEach(fact -> byName.put(fact.name(), fact));
        return new Facts(byName);
    }

    /** These facts with others added; where a name is in both, the other counts. */
    public Facts with(Collection<Fact> others) {
        Map<String, Fact> merged = new TreeMap<>(byName);
        others.forEach(fact -> merged.put(fact.name(), fact));
        return new Facts(merged);
    }

    /** What of these facts holds on that day: neither begins after it nor ended before it. */
    public Facts on(LocalDate day) {
        return of(all().stream()
                .filter(fact -> fact.since().filter(day::isBefore).isEmpty())
                .filter(fact -> fact.until().filter(day::isAfter).isEmpty())
                .toList());
    }

    /** The fact of that name. */
    public Optional<Fact> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All facts, sorted by name. */
    public Collection<Fact> all() {
        return byName.values();
    }
}
