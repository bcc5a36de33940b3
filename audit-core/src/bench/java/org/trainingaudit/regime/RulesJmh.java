package org.trainingaudit.regime;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.trainingaudit.use.Facts;

/** What one use costs under a hundred made-up rules over thirty facts, and under all packs that ship. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RulesJmh {

    private static final int USES = 1000;
    private static final long SEED = 20261121;

    private final Judge judge = OurRules.compile(new RandomRules(SEED).rules(100));
    private final List<Facts> facts = facts();
    private final List<Values> slots = facts.stream().map(judge::encode).toList();
    private final ShippedJudging shipped = new ShippedJudging();
    private int next;

    private static List<Facts> facts() {
        Random random = new Random(SEED);
        return Stream.generate(() -> OurRules.facts(new ThirtyFacts(random)))
                .limit(USES)
                .toList();
    }

    /** A hundred rules, of which only the outcomes' codes are wanted, on facts that stand in their slots. */
    @Benchmark
    public Object outcomesOfAHundredRules() {
        next = (next + 1) % USES;
        return judge.evaluate(slots.get(next), false);
    }

    /** The facts of one use put into their slots. */
    @Benchmark
    public Object factsIntoSlots() {
        next = (next + 1) % USES;
        return judge.encode(facts.get(next));
    }

    /** A hundred rules, from a use's facts to verdict and outcomes. */
    @Benchmark
    public Object judgementOfAHundredRules() {
        next = (next + 1) % USES;
        return judge.judge(facts.get(next));
    }

    /** Two hundred uses under all packs that ship, from facts to verdicts. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public long twoHundredUsesUnderAllPacks() {
        return shipped.getAsLong();
    }
}
