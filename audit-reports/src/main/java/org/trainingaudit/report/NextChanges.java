package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.regime.Comparison;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.Regimes;
import org.trainingaudit.regime.Step;
import org.trainingaudit.regime.TwoDates;
import org.trainingaudit.regime.Unconfirmed;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.trail.EntryText;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.FactType;
import org.trainingaudit.use.FactValue;
import org.trainingaudit.use.Facts;
import org.trainingaudit.use.UseJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each dated step ahead changes for the uses of a run: its day is compared with the day before. Only the
 * trail's uses and the run's configuration are read. A step without a fixed date is taken on its latest possible day.
 */
final class NextChanges {

    /** Members of maps may have any name. */
    private static final int MOST_NAMES = 10_000;

    private final ConfigFiles files;
    private final FactCatalogue catalogue;
    private final Map<String, Boolean> days = new HashMap<>();
    private final Regimes regimes;
    private final Run run;
    private final Map<String, LocalDate> assumed = new TreeMap<>();
    private final List<Eve> eves;
    private final List<TwoDates> pairs;

    /**
     * A pair of use and regime that a day changes.
     *
     * @param steps the steps that come on that day, as {@code regime.step}
     * @param fixed whether all of them have a fixed date
     */
    record Change(OfUse use, LocalDate day, List<String> steps, boolean fixed, Comparison comparison) {}

    /** A day on which steps come, and how many uses it changes. */
    record Day(LocalDate date, List<String> steps, boolean fixed) {}

    NextChanges(ConfigFiles files, Run run) {
        Faults faults = new Faults();
        Taxonomy taxonomy = Taxonomy.load(files, faults);
        this.files = files;
        this.catalogue = FactCatalogue.load(files, taxonomy, faults);
        this.regimes = Regimes.load(files, taxonomy, catalogue, faults);
        this.run = run;
        for (Regime regime : regimes.all()) {
            for (Step step : regime.steps()) {
                if (step.date().isEmpty()) {
                    step.latest()
                            .filter(run.asOf()::isBefore)
                            .ifPresent(latest -> assumed.put(regime.id() + "." + step.id(), latest));
                }
            }
        }
        this.eves = ahead().stream().map(this::eve).toList();
        this.pairs = eves.stream().map(Eve::both).toList();
    }

    /** The days on which the laws that the run judges by take a step, soonest first. */
    List<Day> days() {
        return eves.stream().map(Eve::day).toList();
    }

    private List<Day> ahead() {
        Set<LocalDate> dates = new TreeSet<>();
        for (Regime regime : regimes.all()) {
            if (run.regimes().contains(regime.id())) {
                regime.steps().forEach(step -> day(regime, step).ifPresent(dates::add));
            }
        }
        return dates.stream().map(this::day).toList();
    }

    private Day day(LocalDate date) {
        List<String> steps = new ArrayList<>();
        for (Regime regime : regimes.all()) {
            regime.steps().stream()
                    .filter(step -> day(regime, step).filter(date::equals).isPresent())
                    .forEach(step -> steps.add(regime.id() + "." + step.id()));
        }
        return new Day(date, steps, steps.stream().noneMatch(assumed::containsKey));
    }

    private Optional<LocalDate> day(Regime regime, Step step) {
        return step.date()
                .or(() -> Optional.ofNullable(assumed.get(regime.id() + "." + step.id())))
                .filter(run.asOf()::isBefore);
    }

    /** What each of the days changes for a use. */
    List<Change> of(OfUse use, Dossier dossier) {
        if (eves.isEmpty()) {
            return List.of();
        }
        Facts known = facts(use);
        boolean weak = dossier.isWeak();
        List<Change> changes = new ArrayList<>();
        for (TwoDates.Changed changed : TwoDates.all(pairs, known, weak)) {
            Day day = eves.get(changed.place()).day();
            changed.comparisons()
                    .forEach(comparison ->
                            changes.add(new Change(use, day.date(), day.steps(), day.fixed(), comparison)));
        }
        return changes;
    }

    /** What is known of the use, as rules read it. */
    private Facts facts(OfUse use) {
        List<Fact> known = new ArrayList<>(use.known().size());
        boolean plain = use.plain();
        for (StatedFact fact : use.facts()) {
            Optional<FactValue> value = fact.stated().value(isDay(fact.name()));
            value.ifPresent(some -> known.add(Fact.of(fact.name(), some, fact.origin())));
            plain &= value.isPresent();
        }
        return plain
                ? Facts.of(known)
                : UseJson.read(use.entries().stream().map(NextChanges::tree).toList(), catalogue)
                        .facts();
    }

    private boolean isDay(String fact) {
        Boolean known = days.get(fact);
        if (known == null) {
            known = catalogue
                    .find(fact)
                    .filter(found -> found.type() == FactType.DATE)
                    .isPresent();
            if (days.size() < MOST_NAMES) {
                days.put(fact, known);
            }
        }
        return known;
    }

    private static ObjectNode tree(EntryText entry) {
        return (ObjectNode) entry.body().tree();
    }

    /** A day beside the day before, under the regimes of the run whose answers its steps may change. */
    private record Eve(Day day, TwoDates both) {}

    private Eve eve(Day day) {
        JudgeOptions options = new JudgeOptions(day.date(), assumed, unconfirmed()).withoutPreviews();
        Set<String> stepping = new TreeSet<>();
        day.steps().forEach(step -> stepping.add(step.substring(0, step.indexOf('.'))));
        Set<String> reached = regimes.reachedBy(stepping);
        reached.retainAll(run.regimes());
        Judge before = regimes.judge(options.on(day.date().minusDays(1)));
        return new Eve(day, TwoDates.between(before, regimes.judge(options), reached));
    }

    private Unconfirmed unconfirmed() {
        return ReportSettings.audit(files, "regime")
                .flatMap(block -> Yaml.text(block, "unconfirmed"))
                .filter("count"::equals)
                .map(counted -> Unconfirmed.COUNT)
                .orElse(Unconfirmed.CAP);
    }
}
