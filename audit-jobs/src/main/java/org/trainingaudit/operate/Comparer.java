package org.trainingaudit.operate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.operate.ChangeReport.AssumedStep;
import org.trainingaudit.operate.ChangeReport.ChangedPair;
import org.trainingaudit.operate.ChangeReport.OpenStep;
import org.trainingaudit.operate.ChangeReport.Tally;
import org.trainingaudit.regime.Comparison;
import org.trainingaudit.regime.Comparison.Group;
import org.trainingaudit.regime.Judge;
import org.trainingaudit.regime.JudgeOptions;
import org.trainingaudit.regime.Judgement;
import org.trainingaudit.regime.Refusal;
import org.trainingaudit.regime.Regimes;
import org.trainingaudit.regime.Standing;
import org.trainingaudit.regime.Unconfirmed;
import org.trainingaudit.use.ReconciledUse;

/**
 * Judges every use on two dates and keeps what differs.
 *
 * <p>On either date only what is law then counts: a regime that runs judge in preview before its start is here at most
 * not-yet-applicable until it starts, so that what it makes unlawful turns on the day on which it does.
 *
 * <p>Uses are judged one by one; what is kept are counts and the pairs that changed.
 */
public final class Comparer {

    private final LocalDate from;
    private final LocalDate to;
    private final List<AssumedStep> assumed;
    private final List<OpenStep> open;
    private final Judge before;
    private final Judge after;
    private final NextSteps nextSteps;
    private final int regimes;

    private Comparer(
            Regimes regimes,
            LocalDate from,
            LocalDate to,
            Map<String, LocalDate> asked,
            Unconfirmed policy,
            Optional<LocalDate> knownAt) {
        UncertainSteps uncertain = new UncertainSteps(regimes, asked, knownAt);
        this.from = from;
        this.to = to;
        this.assumed = uncertain.assumed(from, to);
        this.open = uncertain.openAfter(to);
        JudgeOptions options =
                new JudgeOptions(from, dates(assumed), policy).withoutPreviews().knownAt(knownAt);
        this.before = regimes.judge(options);
        this.after = regimes.judge(options.on(to));
        this.nextSteps = new NextSteps(regimes, from, uncertain.assumed(from, LocalDate.MAX), policy, knownAt);
        this.regimes = regimes.all().size();
    }

    /**
     * Binds the two dates. Steps whose day isn't fixed and whose last possible day lies after the earlier date, and not
     * after the later, are taken on that day, unless another is asked for.
     *
     * @param asked days for steps, by {@code regime.step}
     * @param knownAt the last day on which the law's dates may have been learnt
     * @throws ConfigurationException where the dates are the wrong way round, a step doesn't exist, or a regime can't be
     *     judged on one of the dates
     */
    public static Comparer of(
            Regimes regimes,
            LocalDate from,
            LocalDate to,
            Map<String, LocalDate> asked,
            Unconfirmed policy,
            Optional<LocalDate> knownAt) {
        Faults faults = new Faults();
        if (to.isBefore(from)) {
            faults.add(Location.of("--to"), to + " lies before --from " + from + "; give the earlier date first");
        }
        faults.throwIfAny();
        Comparer comparer = new Comparer(regimes, from, to, asked, policy, knownAt);
        comparer.refusals().forEach(refusal -> faults.add(Location.of("--from"), refusal.message()));
        faults.throwIfAny();
        return comparer;
    }

    private List<Refusal> refusals() {
        return before.refused().isEmpty() ? after.refused() : before.refused();
    }

    private static Map<String, LocalDate> dates(List<AssumedStep> assumed) {
        Map<String, LocalDate> dates = new TreeMap<>();
        assumed.forEach(step -> dates.put(step.step(), step.date()));
        return dates;
    }

    /**
     * Compares every use of the estate.
     *
     * @param all whether pairs that don't change are kept as well; then memory grows with the number of uses
     */
    public ChangeReport compare(LiveEstate estate, boolean all) {
        return compare(estate::forEach, all);
    }

    /**
     * Compares uses that somebody hands on, one after the other.
     *
     * @param all whether pairs that don't change are kept as well
     */
    ChangeReport compare(Consumer<Consumer<ReconciledUse>> uses, boolean all) {
        Work work = new Work(all, true, Long.MAX_VALUE);
        uses.accept(work::add);
        return work.report();
    }

    /**
     * The same in bounded memory, and without counting what each coming step changes, which is most of the work.
     *
     * @param most how many changed pairs of a group are kept; the counts count all of them
     */
    ChangeReport overview(Consumer<Consumer<ReconciledUse>> uses, long most) {
        Work work = overview(most);
        uses.accept(work::add);
        return work.report();
    }

    /** The same for somebody who hands on each use to several. */
    Work overview(long most) {
        return new Work(false, false, most);
    }

    /** What has been counted so far. */
    final class Work {

        private final Tally pairs = new Tally();
        private final Tally worst = new Tally();
        private final List<ChangedPair> changed = new ArrayList<>();
        private final boolean all;
        private final boolean steps;
        private final long most;
        private int uses;

        private Work(boolean all, boolean steps, long most) {
            this.all = all;
            this.steps = steps;
            this.most = most;
        }

        void add(ReconciledUse use) {
            List<Judgement> was = before.judge(use.use().facts(), use.weakScan());
            List<Judgement> is = after.judge(use.use().facts(), use.weakScan());
            Comparison.of(was, is).forEach(comparison -> add(use, comparison));
            worst.add(Group.of(worst(was), worst(is)));
            if (steps) {
                nextSteps.add(use);
            }
            uses++;
        }

        private void add(ReconciledUse use, Comparison comparison) {
            pairs.add(comparison.group());
            boolean wanted = all || comparison.group() != Group.UNCHANGED;
            if (wanted && pairs.counts().getOrDefault(comparison.group(), 0L) <= most) {
                changed.add(new ChangedPair(use.use().id(), use.use().dataset(), comparison));
            }
        }

        ChangeReport report() {
            changed.sort(Comparator.comparing(pair -> pair.comparison().group()));
            return new ChangeReport(
                    from,
                    to,
                    assumed,
                    open,
                    uses,
                    regimes,
                    pairs.counts(),
                    worst.counts(),
                    changed,
                    steps ? nextSteps.counted() : List.of());
        }
    }

    private static Standing worst(List<Judgement> judgements) {
        Optional<Standing> worst = judgements.stream()
                .map(judgement -> Standing.of(judgement.verdict()))
                .max(Comparator.naturalOrder());
        return worst.orElse(Standing.LAWFUL);
    }
}
