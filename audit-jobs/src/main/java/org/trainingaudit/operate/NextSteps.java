package org.trainingaudit.operate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trainingaudit.operate.ChangeReport.AssumedStep;
import org.trainingaudit.operate.ChangeReport.NextStep;
import org.trainingaudit.operate.ChangeReport.Tally;
import org.trainingaudit.regime.Comparison;
import org.trainingaudit.regime.Comparison.Group;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.Regimes;
import org.trainingaudit.regime.Step;
import org.trainingaudit.regime.Unconfirmed;
import org.trainingaudit.use.ReconciledUse;

/** Counts for each coming day on which a step of a law comes what that day changes: it is compared with the day before. */
final class NextSteps {

    private final List<Day> days = new ArrayList<>();

    NextSteps(
            Regimes regimes,
            LocalDate from,
            List<AssumedStep> assumed,
            Unconfirmed policy,
            Optional<LocalDate> knownAt) {
        Map<String, LocalDate> dates = new TreeMap<>();
        assumed.forEach(step -> dates.put(step.step(), step.date()));
        Map<LocalDate, List<String>> byDate = new TreeMap<>();
        Map<LocalDate, Boolean> fixed = new TreeMap<>();
        for (Regime regime : regimes.all()) {
            for (Step each : regime.steps()) {
                Step step = each.believed(knownAt);
                String name = regime.id() + "." + step.id();
                date(name, step, dates).filter(from::isBefore).ifPresent(date -> {
                    byDate.computeIfAbsent(date, day -> new ArrayList<>()).add(name);
                    fixed.merge(date, step.isFixed() && !dates.containsKey(name), Boolean::logicalAnd);
                });
            }
        }
        byDate.forEach((date, steps) -> {
            JudgeOptions options =
                    new JudgeOptions(date, dates, policy).withoutPreviews().knownAt(knownAt);
            days.add(new Day(
                    date,
                    steps,
                    fixed.getOrDefault(date, false),
                    regimes.judge(options.on(date.minusDays(1))),
                    regimes.judge(options)));
        });
    }

    private static Optional<LocalDate> date(String name, Step step, Map<String, LocalDate> assumed) {
        return Optional.ofNullable(assumed.get(name)).or(step::date);
    }

    void add(ReconciledUse use) {
        days.forEach(day -> day.add(use));
    }

    List<NextStep> counted() {
        return days.stream().map(Day::counted).toList();
    }

    /** One day on which something begins. */
    private static final class Day {

        private final LocalDate date;
        private final List<String> steps;
        private final boolean fixed;
        private final Judge eve;
        private final Judge day;
        private final Tally pairs = new Tally();
        private long uses;

        Day(LocalDate date, List<String> steps, boolean fixed, Judge eve, Judge day) {
            this.date = date;
            this.steps = steps;
            this.fixed = fixed;
            this.eve = eve;
            this.day = day;
        }

        void add(ReconciledUse use) {
            List<Judgement> was = eve.judge(use.use().facts(), use.weakScan());
            List<Judgement> is = day.judge(use.use().facts(), use.weakScan());
            boolean changes = false;
            for (Comparison comparison : Comparison.of(was, is)) {
                pairs.add(comparison.group());
                changes |= comparison.group() != Group.UNCHANGED;
            }
            uses += changes ? 1 : 0;
        }

        NextStep counted() {
            Map<Group, Long> changed = new LinkedHashMap<>(pairs.counts());
            changed.remove(Group.UNCHANGED);
            return new NextStep(date, steps, fixed, uses, changed);
        }
    }
}
