package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactType;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;

/**
 * Looks for the smallest sets of facts whose change turns a rule's outcome between adverse (not yet applicable, under
 * review, breached) and not. It tries one fact, then two, then three, with the values at which conditions turn, and stops
 * at the first size that has an answer or when it has tried enough.
 */
final class TurnSearch {

    private static final int MOST_FACTS = 3;
    private static final int MOST_TURNS = 5;
    private static final int MOST_TRIALS = 20_000;

    private record Candidate(String fact, FactValue value) {}

    private final Judge judge;
    private final Facts facts;
    private final boolean weakScan;
    private final CompiledRule rule;
    private final List<CompiledRule> closure;
    private final Values stated;
    private final boolean adverse;
    private final List<Explanation.Turn> found = new ArrayList<>();
    private final Set<Set<String>> foundFacts = new LinkedHashSet<>();
    private int trials;

    TurnSearch(Judge judge, Facts facts, boolean weakScan, CompiledRule rule) {
        this.judge = judge;
        this.facts = facts;
        this.weakScan = weakScan;
        this.rule = rule;
        this.closure = judge.closure(rule);
        this.stated = judge.stated(facts);
        this.adverse = isAdverse(judge.outcome(rule, closure, stated, List.of(), weakScan));
    }

    private static boolean isAdverse(byte outcome) {
        return outcome >= Codes.NOT_YET;
    }

    List<Explanation.Turn> turns() {
        List<Candidate> candidates = candidates();
        for (int size = 1; size <= MOST_FACTS && found.isEmpty(); size++) {
            extend(new ArrayList<>(), candidates, 0, size);
        }
        return found;
    }

    private void extend(List<Candidate> chosen, List<Candidate> candidates, int from, int size) {
        if (chosen.size() == size) {
            attempt(chosen);
            return;
        }
        for (int i = from; i < candidates.size() && found.size() < MOST_TURNS && trials < MOST_TRIALS; i++) {
            Candidate next = candidates.get(i);
            if (chosen.stream().noneMatch(each -> each.fact.equals(next.fact))) {
                chosen.add(next);
                extend(chosen, candidates, i + 1, size);
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    private void attempt(List<Candidate> changes) {
        trials++;
        Set<String> names = new TreeSet<>();
        changes.forEach(change -> names.add(change.fact));
        if (foundFacts.contains(names)) {
            return;
        }
        byte outcome = judge.outcome(rule, closure, stated, changed(changes), weakScan);
        if (isAdverse(outcome) != adverse) {
            foundFacts.add(names);
            Outcome said = outcome <= Codes.NONE ? Outcome.NOT_APPLICABLE : Codes.outcome(outcome);
            found.add(new Explanation.Turn(
                    changes.stream()
                            .map(each -> new Explanation.Change(each.fact, each.value))
                            .toList(),
                    said));
        }
    }

    private static List<Fact> changed(List<Candidate> changes) {
        List<Fact> changed = new ArrayList<>();
        for (Candidate change : changes) {
            changed.add(Fact.of(change.fact, change.value, "tried"));
            if (change.fact.equals(FactSlots.CATEGORIES)) {
                changed.add(Fact.of(FactSlots.UNCERTAIN, new FactValue.Members(Set.of()), "tried"));
            }
        }
        return changed;
    }

    /** The rule's own facts first, then those of the scope and of the rules on which it rests. */
    private List<Candidate> candidates() {
        Map<Integer, Set<Long>> limits = new LinkedHashMap<>();
        collect(rule, limits);
        collect(rule.regime.governs, limits);
        closure.forEach(each -> collect(each, limits));
        List<Candidate> candidates = new ArrayList<>();
        limits.forEach((slot, numbers) -> {
            Slot place = judge.slots().at(slot);
            if (!place.name().equals(FactSlots.USE_DATE)) {
                values(place, numbers).forEach(value -> candidates.add(new Candidate(place.name(), value)));
            }
        });
        return candidates;
    }

    private static void collect(CompiledRule rule, Map<Integer, Set<Long>> into) {
        for (Clause clause : rule.clauses) {
            collect(clause.requires(), into);
            collect(clause.applies(), into);
            collect(clause.tried(), into);
            collect(clause.reviewIf(), into);
        }
    }

    private static void collect(Condition condition, Map<Integer, Set<Long>> into) {
        for (int slot : condition.slots()) {
            into.computeIfAbsent(slot, any -> new TreeSet<>()).addAll(condition.limits());
        }
        condition.parts().forEach(part -> collect(part, into));
    }

    private List<FactValue> values(Slot slot, Set<Long> limits) {
        return switch (slot.definition().type()) {
            case BOOLEAN -> List.of(new FactValue.Bool(true), new FactValue.Bool(false));
            case TEXT, CHOICE -> texts(slot);
            case SET -> sets(slot);
            case INTEGER, DATE -> numbers(slot, limits);
        };
    }

    private static List<FactValue> texts(Slot slot) {
        Set<String> texts = new LinkedHashSet<>(slot.targets());
        texts.addAll(slot.definition().values());
        if (slot.definition().type() == FactType.TEXT && slot.definition().of().isEmpty()) {
            texts.add("on-file");
            texts.add("none");
        }
        return texts.stream().<FactValue>map(FactValue.Text::new).toList();
    }

    private List<FactValue> sets(Slot slot) {
        Set<String> now = new TreeSet<>();
        facts.get(slot.name()).map(Fact::value).ifPresent(value -> {
            if (value instanceof FactValue.Members members) {
                now.addAll(members.values());
            }
        });
        Set<FactValue> sets = new LinkedHashSet<>();
        Set<String> all = new TreeSet<>(now);
        all.addAll(slot.targets());
        for (String target : slot.targets()) {
            Set<String> without = new TreeSet<>(now);
            without.removeIf(member -> slot.isMet(member, target));
            sets.add(new FactValue.Members(without));
            Set<String> with = new TreeSet<>(now);
            with.add(target);
            sets.add(new FactValue.Members(with));
        }
        sets.add(new FactValue.Members(all));
        sets.add(new FactValue.Members(Set.of()));
        return List.copyOf(sets);
    }

    private List<FactValue> numbers(Slot slot, Set<Long> limits) {
        Set<Long> numbers = new TreeSet<>();
        Set<Long> around = new TreeSet<>(limits);
        for (Fact fact : facts.all()) {
            if (fact.value() instanceof FactValue.Whole whole
                    && slot.definition().type() == FactType.INTEGER) {
                around.add(whole.value());
            } else if (fact.value() instanceof FactValue.Day day
                    && slot.definition().type() == FactType.DATE) {
                around.add(day.value().toEpochDay());
            }
        }
        around.forEach(limit -> numbers.addAll(List.of(limit - 1, limit, limit + 1)));
        return slot.definition().type() == FactType.INTEGER
                ? numbers.stream()
                        .filter(FactValue.Whole::isWhole)
                        .<FactValue>map(FactValue.Whole::new)
                        .toList()
                : numbers.stream()
                        .filter(FactValue.Day::isDay)
                        .<FactValue>map(day -> new FactValue.Day(LocalDate.ofEpochDay(day)))
                        .toList();
    }
}
