package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.Facts;

/**
 * Judges uses under all regimes, for one date, one set of assumptions and one policy. What it says depends on nothing
 * else than these and the facts. Any number of threads may use one judge.
 */
public final class Judge {

    private final Regimes regimes;
    private final JudgeOptions options;
    private final Timeline timeline;
    private final OutcomeTexts texts;
    private final List<CompiledRule> byIndex;
    private final Values blank;
    private final Plan plan;

    Judge(Regimes regimes, JudgeOptions options) {
        this.regimes = regimes;
        this.options = options;
        this.timeline = new Timeline(regimes, options);
        this.texts = new OutcomeTexts(regimes.clauses(), timeline);
        List<CompiledRule> sorted = new ArrayList<>(regimes.order());
        sorted.sort((one, other) -> Integer.compare(one.index, other.index));
        this.byIndex = List.copyOf(sorted);
        this.blank = regimes.slots().blank(byIndex.size(), options.asOf(), timeline);
        this.plan = new Plan(regimes.slots(), byIndex, regimes.order(), timeline);
    }

    /** What it's bound to. */
    public JudgeOptions options() {
        return options;
    }

    /**
     * The regimes that can't be judged on the date, because a step should have come and nobody has said when it did.
     * They are missing from every answer.
     */
    public List<Refusal> refused() {
        return timeline.refusals();
    }

    /** What every regime says of a use whose datasets were scanned whole. */
    public List<Judgement> judge(Facts facts) {
        return judge(facts, false);
    }

    /**
     * What every regime says of a use, in the regimes' order.
     *
     * @param weakScan whether something wasn't read, or only sampled; then nothing is compliant, and a rule or law that
     *     asks for a category that wasn't found may still concern the use
     */
    public List<Judgement> judge(Facts facts, boolean weakScan) {
        Evaluation evaluation = evaluate(encode(facts), weakScan);
        JudgementBuilder builder = builder(evaluation, facts, weakScan);
        List<Judgement> judgements = new ArrayList<>();
        for (CompiledRegime regime : regimes.compiled()) {
            if (!timeline.isSkipped(regime)) {
                judgements.add(builder.build(regime));
            }
        }
        return judgements;
    }

    /** What that regime says of a use; empty where there is no such regime or it's refused. */
    public Optional<Judgement> judge(Facts facts, boolean weakScan, String regime) {
        return judge(facts, weakScan).stream()
                .filter(each -> each.regime().equals(regime))
                .findFirst();
    }

    /**
     * Why a regime says what it says of a use; empty where there is no such regime or it's refused. Costs thousands of
     * times what judging costs.
     */
    public Optional<Explanation> explain(Facts facts, boolean weakScan, String regime) {
        return explain(facts, weakScan, regime, true);
    }

    /**
     * The same, if wished without what would turn the outcomes: looking for that is what costs.
     *
     * @param turns whether to look for the changes that would turn each outcome
     */
    public Optional<Explanation> explain(Facts facts, boolean weakScan, String regime, boolean turns) {
        return regimes.compiled().stream()
                .filter(each -> each.id.equals(regime) && !timeline.isSkipped(each))
                .findFirst()
                .map(each -> new Explainer(this, facts, weakScan, turns).explain(each));
    }

    /**
     * What the breaches in a judgement can cost, by rule; rules without a sanction that applies or may apply are left out.
     *
     * @param facts the facts on which the judgement rests
     */
    public Map<String, List<RuleSanction>> sanctions(Facts facts, Judgement judgement) {
        List<RuleOutcome> breached = judgement.rules().stream()
                .filter(rule -> rule.outcome() == Outcome.BREACHED)
                .toList();
        if (breached.isEmpty()) {
            return Map.of();
        }
        Values values = encode(facts);
        Map<String, List<RuleSanction>> byRule = new LinkedHashMap<>();
        for (CompiledRegime regime : regimes.compiled()) {
            if (regime.id.equals(judgement.regime())) {
                breached.forEach(rule ->
                        sanctions(regime, rule.rule(), values).ifPresent(found -> byRule.put(rule.rule(), found)));
            }
        }
        return byRule;
    }

    private static Optional<List<RuleSanction>> sanctions(CompiledRegime regime, String rule, Values values) {
        List<RuleSanction> found = new ArrayList<>();
        for (String code : regime.face.rule(rule).map(Rule::sanctions).orElse(List.of())) {
            regime.sanctions
                    .getOrDefault(code, CompiledSanction.UNCONDITIONAL)
                    .standing(code, values)
                    .ifPresent(found::add);
        }
        return Optional.of(found).filter(list -> !list.isEmpty());
    }

    FactSlots slots() {
        return regimes.slots();
    }

    Regimes regimes() {
        return regimes;
    }

    /** An evaluation of no rule yet, which asks the condition trees; the facts may have been encoded for another date. */
    Evaluation begin(Values encoded, boolean weakScan) {
        Values values = new Values(encoded, byIndex.size());
        return begin(values, weakScan, regimes.compiled());
    }

    /**
     * The same, of which only the scope of some regimes is settled.
     *
     * @param values facts that were encoded for any date; bound to this one's, and what stood in them of another
     *     evaluation is lost
     */
    Evaluation begin(Values values, boolean weakScan, List<CompiledRegime> some) {
        regimes.slots().rebind(values, blank);
        return evaluation(values, weakScan, false, some);
    }

    /** How many rules all regimes have. */
    int rules() {
        return byIndex.size();
    }

    Values encode(Facts facts) {
        return regimes.slots().encode(facts, blank, byIndex.size());
    }

    /** The facts in their slots, to be asked what would be {@link #outcome otherwise}. */
    Values stated(Facts facts) {
        return regimes.slots().stated(facts, blank, byIndex.size());
    }

    /**
     * The outcome of one rule if some facts were others, settled with those that it rests on by the condition trees alone.
     *
     * @param closure the rules that it rests on, itself included
     */
    byte outcome(CompiledRule rule, List<CompiledRule> closure, Values stated, List<Fact> others, boolean weakScan) {
        Values values = regimes.slots().otherwise(stated, others, byIndex.size());
        List<CompiledRegime> their =
                closure.stream().map(each -> each.regime).distinct().toList();
        return evaluation(values, weakScan, false, their).run(closure).outcomes[rule.index];
    }

    /** The rules that one rule rests on, itself last, in the order in which they are settled. */
    List<CompiledRule> closure(CompiledRule rule) {
        Set<CompiledRule> needed = new HashSet<>();
        collect(rule, needed);
        return regimes.order().stream().filter(needed::contains).toList();
    }

    static void collect(CompiledRule rule, Set<CompiledRule> into) {
        if (into.add(rule)) {
            rule.passes().forEach(each -> collect(each, into));
            rule.exemptedBy.forEach(each -> collect(each, into));
        }
    }

    Timeline timeline() {
        return timeline;
    }

    JudgementBuilder builder(Evaluation evaluation, Facts facts, boolean weakScan) {
        return new JudgementBuilder(options, timeline, texts, byIndex, evaluation, facts, weakScan);
    }

    Evaluation evaluate(Values values, boolean weakScan) {
        return evaluation(values, weakScan, true).run();
    }

    private Evaluation evaluation(Values values, boolean weakScan, boolean tabled) {
        return evaluation(values, weakScan, tabled, regimes.compiled());
    }

    private Evaluation evaluation(Values values, boolean weakScan, boolean tabled, List<CompiledRegime> some) {
        boolean capped = options.unconfirmed() == Unconfirmed.CAP;
        int all = regimes.compiled().size();
        return new Evaluation(some, all, byIndex.size(), timeline, plan, capped, weakScan, values, tabled);
    }
}
