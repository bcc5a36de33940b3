package org.trainingaudit.use;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses among statements of one name. Of those that were known and not taken back the one counts that began last; of
 * two that began together the one that was recorded later. Where that one has ended nothing counts: an older one that it
 * replaced doesn't come back.
 */
final class FactHistory {

    /** Without a day it has always been so; nobody knows since when it has been written down, so any record is newer. */
    private static final Comparator<Fact> LATER = Comparator.<Fact, LocalDate>comparing(
                    fact -> fact.since().orElse(LocalDate.MIN))
            .thenComparing(fact -> fact.recorded().orElse(LocalDate.MIN))
            .thenComparing(fact -> fact.attestation().isPresent())
            .thenComparing(fact -> fact.value().json().toString())
            .thenComparing(Fact::toString);

    private final Map<String, List<Fact>> byName = new TreeMap<>();
    private final Map<String, Fact> counting = new TreeMap<>();
    private final List<SetAside> setAside = new ArrayList<>();

    FactHistory(Collection<Fact> statements) {
        statements.forEach(fact ->
                byName.computeIfAbsent(fact.name(), name -> new ArrayList<>()).add(fact));
    }

    /** Without regard to any day. */
    Facts latest() {
        byName.values().forEach(facts -> choose(new ArrayList<>(facts)));
        return Facts.of(counting, setAside);
    }

    Facts on(Moment moment) {
        byName.values().forEach(facts -> choose(facts, moment));
        return Facts.of(counting, setAside);
    }

    private void choose(List<Fact> facts, Moment moment) {
        List<Fact> open = new ArrayList<>();
        for (Fact fact : facts) {
            if (isLater(fact, moment)) {
                setAside.add(SetAside.knownLater(fact));
            } else if (isWithdrawn(fact, moment)) {
                setAside.add(SetAside.withdrawn(fact));
            } else if (fact.since().filter(moment.asOf()::isBefore).isPresent()) {
                setAside.add(SetAside.notYet(fact));
            } else {
                open.add(fact);
            }
        }
        choose(open);
        String name = facts.get(0).name();
        Fact last = counting.get(name);
        if (last != null && last.until().filter(moment.asOf()::isAfter).isPresent()) {
            counting.remove(name);
            setAside.add(SetAside.expired(last));
        }
    }

    private void choose(List<Fact> open) {
        open.sort(LATER);
        if (!open.isEmpty()) {
            Fact last = open.remove(open.size() - 1);
            counting.put(last.name(), last);
        }
        open.forEach(older -> setAside.add(SetAside.replaced(older)));
    }

    /** What the program says of the input itself, such as that it has faults, is always known. */
    private static boolean isLater(Fact fact, Moment moment) {
        return moment.knownAt().isPresent()
                && !DerivedFacts.NOT_TO_BE_STATED.contains(fact.name())
                && fact.recorded()
                        .filter(day -> !day.isAfter(moment.knownAt().get()))
                        .isEmpty();
    }

    private static boolean isWithdrawn(Fact fact, Moment moment) {
        return fact.attestation()
                .flatMap(Attestation::withdrawn)
                .filter(day -> moment.knownAt().filter(day::isAfter).isEmpty())
                .isPresent();
    }
}
