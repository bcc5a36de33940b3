package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What is known of a use: of each name the one statement that counts, and the others, which are set aside with the reason.
 * A fact that is neither here nor set aside is unknown.
 */
public final class Facts {

    private final Map<String, Fact> byName;
    private final List<SetAside> setAside;
    private final Set<String> unknown;

    private Facts(Map<String, Fact> byName, List<SetAside> setAside) {
        this.byName = Collections.unmodifiableMap(byName);
        this.setAside = List.copyOf(setAside);
        this.unknown = unknown(byName, setAside);
    }

    private static Set<String> unknown(Map<String, Fact> byName, List<SetAside> setAside) {
        if (setAside.isEmpty()) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>();
        setAside.stream()
                .filter(SetAside::makesUnknown)
                .forEach(each -> names.add(each.fact().name()));
        names.removeAll(byName.keySet());
        return Collections.unmodifiableSet(names);
    }

    /** These statements, all of them kept; of several with one name that counts which {@link #on} would choose last. */
    public static Facts of(Collection<Fact> facts) {
        Map<String, Fact> byName = new TreeMap<>();
        for (Fact fact : facts) {
            if (byName.put(fact.name(), fact) != null) {
                return new FactHistory(facts).latest();
            }
        }
        return new Facts(byName, List.of());
    }

    static Facts of(Map<String, Fact> counting, List<SetAside> setAside) {
        return new Facts(counting, setAside);
    }

    /** These facts with others in place of those of the same names, whatever their dates. */
    public Facts with(Collection<Fact> others) {
        Map<String, Fact> merged = new TreeMap<>(byName);
        others.forEach(fact -> merged.put(fact.name(), fact));
        return new Facts(merged, setAside);
    }

    /** These statements and more, of which each counts by its dates. */
    public Facts and(Collection<Fact> more) {
        List<Fact> all = statements();
        all.addAll(more);
        return of(all);
    }

    /** What counts on a day, of what was known on another. The same whichever days these facts were bound to before. */
    public Facts on(Moment moment) {
        boolean dated = !setAside.isEmpty() || moment.knownAt().isPresent();
        return dated || byName.values().stream().anyMatch(Facts::isDated)
                ? new FactHistory(statements()).on(moment)
                : this;
    }

    private static boolean isDated(Fact fact) {
        return fact.since().isPresent()
                || fact.until().isPresent()
                || fact.recorded().isPresent()
                || fact.attestation().isPresent();
    }

    /** What of these facts holds on that day, of all that is known. */
    public Facts on(LocalDate day) {
        return on(Moment.on(day));
    }

    /** The same statements, each as the function makes it. */
    public Facts each(UnaryOperator<Fact> change) {
        return of(statements().stream().map(change).toList());
    }

    /** The fact of that name, where one counts. */
    public Optional<Fact> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The text of that name, where one counts. */
    public Optional<String> text(String name) {
        return value(name, FactValue.Text.class).map(FactValue.Text::value);
    }

    /** Whether that name is true, where anything counts. */
    public Optional<Boolean> flag(String name) {
        return value(name, FactValue.Bool.class).map(FactValue.Bool::value);
    }

    /** The members of the set of that name; none also where no such fact counts. */
    public Set<String> members(String name) {
        return value(name, FactValue.Members.class)
                .map(FactValue.Members::values)
                .orElse(Set.of());
    }

    private <V extends FactValue> Optional<V> value(String name, Class<V> kind) {
        return get(name).map(Fact::value).filter(kind::isInstance).map(kind::cast);
    }

    /** All facts that count, sorted by name. */
    public Collection<Fact> all() {
        return byName.values();
    }

    /** The statements that don't count. */
    public List<SetAside> setAside() {
        return setAside;
    }

    /** The names of facts that count as unknown although something else would count where nothing is stated. */
    public Set<String> unknown() {
        return unknown;
    }

    /** Why facts of that name don't count, for people; a statement that was merely replaced isn't told. */
    public List<String> lapsed(String name) {
        return setAside.stream()
                .filter(each -> each.fact().name().equals(name) && each.why() != SetAside.Why.REPLACED)
                .map(SetAside::told)
                .toList();
    }

    /** Every statement, whether it counts or not. */
    public List<Fact> statements() {
        List<Fact> all = new ArrayList<>();
        setAside.forEach(each -> all.add(each.fact()));
        all.addAll(byName.values());
        return all;
    }
}
