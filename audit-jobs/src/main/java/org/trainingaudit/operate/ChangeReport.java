package org.trainingaudit.operate;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trainingaudit.regime.Comparison;
import org.trainingaudit.regime.Comparison.Group;

/**
 * What changes between two dates.
 *
 * @param from the earlier date
 * @param to the later date
 * @param assumed the steps that were taken on a day that isn't fixed, by date
 * @param open steps whose day isn't fixed and that were not taken to have come
 * @param uses how many uses were compared
 * @param regimes under how many regimes each was compared
 * @param pairs how many pairs of use and regime are in each group; they add up to uses times regimes
 * @param worst how many uses are in each group by the worst that any regime says of them; they add up to the uses
 * @param changed the pairs that changed, by group, in the order of registers and regimes
 * @param nextSteps the dated steps after the earlier date, by date
 */
public record ChangeReport(
        LocalDate from,
        LocalDate to,
        List<AssumedStep> assumed,
        List<OpenStep> open,
        int uses,
        int regimes,
        Map<Group, Long> pairs,
        Map<Group, Long> worst,
        List<ChangedPair> changed,
        List<NextStep> nextSteps) {

    public ChangeReport {
        assumed = List.copyOf(assumed);
        open = List.copyOf(open);
        pairs = Map.copyOf(pairs);
        worst = Map.copyOf(worst);
        changed = List.copyOf(changed);
        nextSteps = List.copyOf(nextSteps);
    }

    /**
     * A step taken on a day that isn't fixed.
     *
     * @param step {@code regime.step}
     * @param date the day
     * @param asked whether the caller asked for that day; else it is the last on which the step can come
     */
    public record AssumedStep(String step, LocalDate date, boolean asked) {}

    /**
     * A step that may come at any time and was not taken to have come, because its last possible day lies after the later
     * date.
     *
     * @param step {@code regime.step}
     * @param latest the last day on which it can come
     */
    public record OpenStep(String step, LocalDate latest) {}

    /** A use and what changes for it under one regime. */
    public record ChangedPair(String use, String dataset, Comparison comparison) {}

    /**
     * Steps that come on one day.
     *
     * @param date the day; the last possible one for a step that isn't fixed
     * @param steps {@code regime.step} each
     * @param fixed whether all of them are fixed and none was assumed
     * @param uses for how many uses the day changes anything under any regime
     * @param pairs how many pairs of use and regime change, by group, without {@link Group#UNCHANGED}
     */
    public record NextStep(LocalDate date, List<String> steps, boolean fixed, long uses, Map<Group, Long> pairs) {
        public NextStep {
            steps = List.copyOf(steps);
            pairs = Map.copyOf(pairs);
        }
    }

    /** Counts by group, each group with 0 to begin with. */
    static final class Tally {
        private final Map<Group, Long> counts = new EnumMap<>(Group.class);

        Tally() {
            for (Group group : Group.values()) {
                counts.put(group, 0L);
            }
        }

        void add(Group group) {
            counts.merge(group, 1L, Long::sum);
        }

        Map<Group, Long> counts() {
            return counts;
        }
    }
}
