package org.trainingaudit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Faults;
import org.trainingaudit.regime.Comparison;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.Regimes;
import org.trainingaudit.regime.Step;
import org.trainingaudit.regime.Turning;
import org.trainingaudit.regime.Unconfirmed;
import org.trainingaudit.report.Recorded.OfUse;
import org.trainingaudit.taxonomy.Taxonomy;
import org.trainingaudit.trail.CanonicalObject;
import org.trainingaudit.use.FactCatalogue;
import org.trainingaudit.use.Use;
import org.trainingaudit.use.UseJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each dated step ahead changes for the uses of a run: its day is compared with the day before. Only the
 * trail's uses and the run's configuration are read. A step without a fixed date is taken on its latest possible day.
 */
final class NextChanges {

    private final ConfigFiles files;
    private final FactCatalogue facts;
    private final Regimes regimes;
    private final Run run;
    private final Map<String, LocalDate> assumed = new TreeMap<>();
    private final List<Turn> turns;
    private final List<Turning> turnings;

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
        this.facts = FactCatalogue.load(files, taxonomy, faults);
        this.regimes = Regimes.load(files, taxonomy, facts, faults);
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
        this.turns = ahead().stream().map(this::turn).toList();
        this.turnings = turns.stream().map(Turn::turning).toList();
    }

    /** The days on which the laws that the run judges by take a step, soonest first. */
    List<Day> days() {
        return turns.stream().map(Turn::day).toList();
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
        if (turns.isEmpty()) {
            return List.of();
        }
        Use known = UseJson.read(use.bodies().stream().map(NextChanges::tree).toList(), facts);
        boolean weak = dossier.isWeak();
        List<Change> changes = new ArrayList<>();
        for (int place : Turning.concerning(turnings, known.facts(), weak)) {
            Turn turn = turns.get(place);
            Day day = turn.day();
            compared(turn.eve().judge(known.facts(), weak), turn.after().judge(known.facts(), weak)).stream()
                    .filter(comparison -> comparison.group() != Comparison.Group.UNCHANGED)
                    .filter(comparison ->
                            turn.regimes().contains(comparison.after().regime()))
                    .forEach(comparison ->
                            changes.add(new Change(use, day.date(), day.steps(), day.fixed(), comparison)));
        }
        return changes;
    }

    private static ObjectNode tree(CanonicalObject body) {
        return (ObjectNode) body.tree();
    }

    /** A day beside the day before, and the regimes of the run whose answers its steps may turn. */
    private record Turn(Day day, Set<String> regimes, Judge eve, Judge after, Turning turning) {}

    private Turn turn(Day day) {
        JudgeOptions options = new JudgeOptions(day.date(), assumed, unconfirmed()).withoutPreviews();
        Set<String> stepping = new TreeSet<>();
        day.steps().forEach(step -> stepping.add(step.substring(0, step.indexOf('.'))));
        Set<String> reached = regimes.reachedBy(stepping);
        reached.retainAll(run.regimes());
        Judge eve = regimes.judge(options.on(day.date().minusDays(1)));
        Judge after = regimes.judge(options);
        return new Turn(day, reached, eve, after, Turning.between(eve, after, reached));
    }

    /** A regime that can't be judged on one of the days is left out on both. */
    private static List<Comparison> compared(List<Judgement> before, List<Judgement> after) {
        Map<String, Judgement> by =
                new HashMap<>(before.stream().collect(Collectors.toMap(Judgement::regime, Function.identity())));
        Set<String> both = new HashSet<>(by.keySet());
        both.retainAll(after.stream().map(Judgement::regime).collect(Collectors.toSet()));
        List<Judgement> is =
                after.stream().filter(one -> both.contains(one.regime())).toList();
        List<Judgement> was = is.stream()
                .flatMap(one -> Optional.ofNullable(by.get(one.regime())).stream())
                .toList();
        return Comparison.of(was, is);
    }

    private Unconfirmed unconfirmed() {
        return ReportSettings.audit(files, "regime")
                .flatMap(block -> Yaml.text(block, "unconfirmed"))
                .filter("count"::equals)
                .map(counted -> Unconfirmed.COUNT)
                .orElse(Unconfirmed.CAP);
    }
}
