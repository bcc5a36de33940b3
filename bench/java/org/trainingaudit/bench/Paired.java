package org.trainingaudit.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A paired run: contenders doing the same work take turns, round after round, in one Java, so that a busy minute hits
 * them all. Each round runs each contender for a while by the CPU clock and keeps its rate; what counts is the ratio
 * of two rates of the same round.
 *
 * <pre>{@code
 * Paired.inUnitsOf("decisions")
 *         .contender("ours", 1000, ours::judgeAll)
 *         .contender("theirs", 1000, theirs::judgeAll)
 *         .goal("theirs", 4)
 *         .sameAnswers()
 *         .run(System.out);
 * }</pre>
 */
public final class Paired {
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    private static final long ROUND_NANOS = 500_000_000L;

    private final String unit;
    private final List<Contender> contenders = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private CpuClock clock = CpuClock.THREAD;
    private int warmUp = WARM_UP;
    private int rounds = ROUNDS;
    private long roundNanos = ROUND_NANOS;
    private boolean sameAnswers;

    private Paired(String unit) {
        this.unit = unit;
    }

    /** A run whose rates are so many of these a CPU second. */
    public static Paired inUnitsOf(String unit) {
        return new Paired(unit);
    }

    /** Adds a contender; the first is ours, which the goals speak of. */
    public Paired contender(String name, double units, java.util.function.LongSupplier work) {
        contenders.add(new Contender(name, units, work));
        return this;
    }

    /** What the first contender owes against another. */
    public Paired goal(String against, double atLeast) {
        goals.add(new Goal(against, atLeast));
        return this;
    }

    /** Refuses a run in which one contender answers otherwise than the first. */
    public Paired sameAnswers() {
        sameAnswers = true;
        return this;
    }

    /** Measures by this clock rather than by the thread's. */
    public Paired clock(CpuClock wanted) {
        clock = wanted;
        return this;
    }

    /** Rounds that count and rounds before them that don't, and how long a contender's turn is at least, in seconds. */
    public Paired rounds(int counted, int before, double seconds) {
        rounds = counted;
        warmUp = before;
        roundNanos = (long) (seconds * 1e9);
        return this;
    }

    /** Runs all rounds. */
    public PairedResult run() {
        double[][] rates = new double[contenders.size()][rounds];
        long[] answers = new long[contenders.size()];
        for (int round = -warmUp; round < rounds; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                int turn = Math.floorMod(i + round, contenders.size());
                double rate = turn(contenders.get(turn), answers, turn);
                if (round >= 0) rates[turn][round] = rate;
            }
            compare(answers);
        }
        return new PairedResult(unit, List.copyOf(contenders), List.copyOf(goals), rates, answers);
    }

    private double turn(Contender contender, long[] answers, int index) {
        long begin = clock.nanos();
        long spent = 0;
        double done = 0;
        while (spent < roundNanos) {
            answers[index] = contender.work().getAsLong();
            done += contender.units();
            spent = clock.nanos() - begin;
        }
        return done * 1e9 / spent;
    }

    private void compare(long[] answers) {
        if (!sameAnswers) return;
        for (int i = 1; i < answers.length; i++) {
            if (answers[i] != answers[0]) throw new IllegalStateException(different(answers, i));
        }
    }

    private String different(long[] answers, int i) {
        return "the contenders don't do the same work: '%s' answers %d, '%s' %d"
                .formatted(
                        contenders.get(0).name(), answers[0], contenders.get(i).name(), answers[i]);
    }
}
