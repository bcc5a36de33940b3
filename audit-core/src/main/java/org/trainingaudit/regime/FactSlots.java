package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.config.Names;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.FactDefinition;
import org.trainingaudit.use.FactType;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;

/**
 * Where each fact that a condition reads stands in {@link Values}. Grows while conditions are compiled; afterwards any
 * number of threads may encode facts with it.
 */
final class FactSlots {

    /** The evaluation date, which is the as-of date whatever the use says. */
    static final String USE_DATE = "useDate";

    static final String CATEGORIES = "categories";
    static final String UNCERTAIN = "categoriesUncertain";

    private final FactCatalogue catalogue;
    private final Taxonomy taxonomy;
    private final Countries countries;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<Slot> slots = new ArrayList<>();
    private final List<NamedStep> steps = new ArrayList<>();
    private Optional<StatisticalPurpose> derived = Optional.empty();

    FactSlots(FactCatalogue catalogue, Taxonomy taxonomy, Countries countries) {
        this.catalogue = catalogue;
        this.taxonomy = taxonomy;
        this.countries = countries;
    }

    /** What the catalogue says of a fact; the evaluation date is always known. */
    Optional<FactDefinition> find(String fact) {
        Optional<FactDefinition> found = catalogue.find(fact);
        return found.isEmpty() && fact.equals(USE_DATE) ? Optional.of(useDate()) : found;
    }

    private static FactDefinition useDate() {
        Names question = new Names("On which day is the use judged?", "どの日の時点で判断しますか。");
        return new FactDefinition(USE_DATE, FactType.DATE, Set.of(), Optional.empty(), Optional.empty(), question);
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(catalogue.names());
        names.add(USE_DATE);
        return names;
    }

    /** The fact's slot, made where it has none yet. */
    int slot(String fact, FactDefinition definition) {
        Integer known = index.get(fact);
        if (known != null) {
            return known;
        }
        int made = slots.size();
        index.put(fact, made);
        slots.add(new Slot(fact, definition, taxonomy, countries));
        if (fact.equals(StatisticalPurpose.FACT)) {
            derived = StatisticalPurpose.over(this);
        }
        return made;
    }

    /** A step whose start a condition reads. */
    record NamedStep(CompiledRegime regime, Clause.StepRef ref) {}

    /** The step's place among those that conditions name. */
    int step(CompiledRegime regime, Clause.StepRef ref) {
        NamedStep named = new NamedStep(regime, ref);
        if (!steps.contains(named)) {
            steps.add(named);
        }
        return steps.indexOf(named);
    }

    NamedStep stepAt(int step) {
        return steps.get(step);
    }

    int count() {
        return slots.size();
    }

    Slot at(int slot) {
        return slots.get(slot);
    }

    Optional<StatisticalPurpose> derived() {
        return derived;
    }

    /** Names what would make an unknown fact known. */
    void missing(int slot, Values values, Set<String> into) {
        String fact = slots.get(slot).name();
        if (fact.equals(StatisticalPurpose.FACT) && derived.isPresent()) {
            derived.get().missing(values, into);
        } else {
            into.add(fact);
        }
    }

    /** What counts where nothing is stated. */
    Values blank(int rules, LocalDate asOf, Timeline timeline) {
        StepDays[] starts =
                steps.stream().map(step -> timeline.days(step.regime, step.ref)).toArray(StepDays[]::new);
        Values values = new Values(this, rules, starts);
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot.definition().absent().isPresent()) {
                slot.write(slot.definition().absent().get(), i, values);
            }
        }
        Integer day = index.get(USE_DATE);
        if (day != null) {
            slots.get(day).write(new FactValue.Day(asOf), day, values);
        }
        return values;
    }

    /** The facts in their slots, over a blank of this layout. */
    Values encode(Facts facts, Values blank, int rules) {
        Values values = stated(facts, blank, rules);
        derived.ifPresent(each -> each.write(values));
        return values;
    }

    /** The same without what follows from the facts. */
    Values stated(Facts facts, Values blank, int rules) {
        Values values = new Values(blank, rules);
        write(facts.all(), values);
        for (String name : facts.unknown()) {
            Integer slot = index.get(name);
            if (slot != null) {
                values.known[slot] = false;
            }
        }
        facts.get(UNCERTAIN).ifPresent(uncertain -> doubt(facts, uncertain.value(), values));
        return values;
    }

    /** What would follow if some known facts were others; stated categories are then sure. */
    Values otherwise(Values stated, Collection<Fact> others, int rules) {
        Values values = new Values(stated, rules);
        write(others, values);
        derived.ifPresent(each -> each.write(values));
        return values;
    }

    private void write(Collection<Fact> facts, Values values) {
        for (Fact fact : facts) {
            Integer slot = index.get(fact.name());
            if (slot != null && !fact.name().equals(USE_DATE)) {
                slots.get(slot).write(fact.value(), slot, values);
            }
        }
    }

    /** Binds facts in their slots to another blank of this layout: to its date and the days of its steps; no outcome is left. */
    void rebind(Values values, Values blank) {
        values.bind(blank.steps);
        Integer day = index.get(USE_DATE);
        if (day != null) {
            values.known[day] = blank.known[day];
            values.number[day] = blank.number[day];
        }
    }

    /** A category of low confidence counts neither as there nor as absent. */
    private void doubt(Facts facts, FactValue uncertain, Values values) {
        Integer slot = index.get(CATEGORIES);
        if (slot == null
                || !(uncertain instanceof FactValue.Members doubtful)
                || doubtful.values().isEmpty()) {
            return;
        }
        Set<String> sure = new TreeSet<>();
        if (facts.get(CATEGORIES).map(Fact::value).orElse(null) instanceof FactValue.Members members) {
            sure.addAll(members.values());
        }
        sure.removeAll(doubtful.values());
        values.empty[slot] = sure.isEmpty() ? Truth.UNKNOWN : Truth.FALSE;
        values.sure[slot] = slots.get(slot).bits(sure);
        values.perhaps[slot] = slots.get(slot).bits(doubtful.values());
    }
}
