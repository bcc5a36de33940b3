package org.trainingaudit.use;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays uses that were seen beside those that are declared. An observed use is a declared one where both name the same dataset
 * and, after {@code identity.trainings} of the configuration, the same training; likeness of names counts for nothing.
 *
 * <p>The declared id wins and the observed one stays in the fact {@code seenAs}. What was declared stands; what was seen is
 * kept beside it, for {@link Reconciliation} to compare.
 */
final class UseJoin {

    private final CollectSettings settings;
    private final FactCatalogue catalogue;
    private final boolean whole;
    private final Map<Key, List<Use>> seen = new LinkedHashMap<>();
    private final Set<Key> found = new HashSet<>();

    /**
     * A way to join; what was seen is held, what is declared goes through one by one.
     *
     * @param whole whether all documents were read to their end; else nobody can say that a use wasn't seen
     */
    UseJoin(CollectSettings settings, FactCatalogue catalogue, List<Use> observed, boolean whole) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.whole = whole;
        for (Use use : observed) {
            Key key = new Key(use.dataset(), settings.identity().training(use.training()));
            seen.computeIfAbsent(key, unseen -> new ArrayList<>()).add(use);
        }
    }

    /** What a use is joined by. */
    private record Key(String dataset, String training) {
        boolean isWhole() {
            return !dataset.isEmpty() && !training.isEmpty();
        }
    }

    /** The declared use, with what was seen of it. */
    Use declared(Use use) {
        Key key = new Key(use.dataset(), use.training());
        List<Use> same = key.isWhole() ? seen.getOrDefault(key, List.of()) : List.of();
        if (same.isEmpty()) {
            return notSeen(use);
        }
        found.add(key);
        return both(use, same);
    }

    /** What was seen and belongs to no declared use; asked when all declared ones are through. */
    List<Use> undeclared() {
        return seen.entrySet().stream()
                .filter(each -> !found.contains(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .map(this::undeclared)
                .toList();
    }

    private Use both(Use declared, List<Use> seen) {
        List<Fact> more = new ArrayList<>();
        Set<String> activities = new LinkedHashSet<>();
        Map<String, Fact> told = new LinkedHashMap<>();
        for (Use use : seen) {
            for (Fact fact : use.facts().all()) {
                if (fact.value() instanceof FactValue.Members members
                        && fact.name().equals("activity")) {
                    activities.addAll(members.values());
                }
                if (declared.facts().get(fact.name()).isEmpty()) {
                    told.merge(fact.name(), fact, UseJoin::together);
                }
            }
        }
        more.addAll(told.values());
        String origin = seen.get(0).origin();
        state(more, DerivedFacts.ACTIVITY_OBSERVED, FactValue.Members.of(activities), origin);
        state(
                more,
                DerivedFacts.SEEN_AS,
                FactValue.Members.of(seen.stream().map(Use::id).distinct().toList()),
                origin);
        return new Use(
                declared.id(),
                declared.dataset(),
                declared.training(),
                UseState.BOTH,
                declared.facts().with(more),
                declared.origin());
    }

    /** Of sets all members; of anything else what was said last. */
    private static Fact together(Fact one, Fact other) {
        if (!(one.value() instanceof FactValue.Members some) || !(other.value() instanceof FactValue.Members more)) {
            return other;
        }
        Set<String> all = new LinkedHashSet<>(some.values());
        all.addAll(more.values());
        return Fact.of(one.name(), FactValue.Members.of(all), one.origin());
    }

    /** Only where each training would have been seen; elsewhere silence says nothing. */
    private Use notSeen(Use use) {
        String source = Use.sourceOf(use.dataset());
        if (!whole || !settings.watched().contains(source) || !isBegun(use)) {
            return use;
        }
        return with(use, DerivedFacts.USE_NOT_OBSERVED, use.origin());
    }

    /** Nothing can be seen of what is only handed over. */
    private static boolean isBegun(Use use) {
        return use.facts().members("activity").stream()
                .anyMatch(activity -> activity.equals("train-own") || activity.equals("fine-tune"));
    }

    private Use undeclared(Use use) {
        return with(use, DerivedFacts.USE_UNDECLARED, use.origin());
    }

    private Use with(Use use, String fact, String origin) {
        List<Fact> facts = new ArrayList<>();
        state(facts, fact, new FactValue.Bool(true), origin);
        return use.withFacts(use.facts().with(facts));
    }

    private void state(List<Fact> facts, String name, FactValue value, String origin) {
        Optional.of(name)
                .filter(known -> catalogue.find(known).isPresent())
                .ifPresent(known -> facts.add(Fact.of(known, value, origin)));
    }
}
