package org.trainingaudit.regime;

import dev.cel.runtime.CelVariableResolver;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.trainingaudit.bench.Paired;
import org.trainingaudit.use.Facts;

/** A hundred rules over thirty facts: ours, the same by hand, in Drools and in CEL, in turns on one thread. */
final class RulesBench {

    private static final int RULES = 100;
    private static final int USES = 1000;
    private static final long SEED = 20261121;

    private RulesBench() {}

    public static void main(String[] arguments) throws Exception {
        List<RandomRules.Rule> rules = new RandomRules(SEED).rules(RULES);
        Random random = new Random(SEED);
        List<ThirtyFacts> uses =
                Stream.generate(() -> new ThirtyFacts(random)).limit(USES).toList();
        Judge judge = OurRules.compile(rules);
        List<Facts> facts = uses.stream().map(OurRules::facts).toList();
        List<Values> slots = facts.stream().map(judge::encode).toList();
        ToIntFunction<ThirtyFacts> hand = HandWritten.compile(rules);
        ToIntFunction<ThirtyFacts> drools = DroolsRules.compile(rules);
        ToIntFunction<CelVariableResolver> cel = CelRules.compile(rules);
        List<CelVariableResolver> variables =
                uses.stream().map(CelRules::variables).toList();
        System.out.println(Paired.inUnitsOf("decisions")
                .contender(
                        "ours, facts in slots", USES, () -> sum(slots, v -> OurRules.matches(judge.evaluate(v, false))))
                .contender(
                        "ours, facts put into slots too",
                        USES,
                        () -> sum(facts, f -> OurRules.matches(judge.evaluate(judge.encode(f), false))))
                .contender("ours, with verdict and outcomes as records", USES, () -> sum(facts, f -> met(judge, f)))
                .contender("hand-written Java", USES, () -> sum(uses, hand))
                .contender("Drools 10.2.0, executable model", USES, () -> sum(uses, drools))
                .contender("dev.cel 0.14.0 planner, variable resolver", USES, () -> sum(variables, cel))
                .goal("hand-written Java", 0.5)
                .goal("Drools 10.2.0, executable model", 4)
                .goal("dev.cel 0.14.0 planner, variable resolver", 25)
                .sameAnswers()
                .rounds(5, 2, 0.3)
                .run()
                .markdown());
    }

    private static int met(Judge judge, Facts facts) {
        int met = 0;
        for (RuleOutcome outcome : judge.judge(facts).get(0).rules()) {
            met += outcome.outcome() == Outcome.SATISFIED ? 1 : 0;
        }
        return met;
    }

    private static <T> long sum(List<T> uses, ToIntFunction<T> matches) {
        long sum = 0;
        for (T use : uses) sum += matches.applyAsInt(use);
        return sum;
    }
}
