package org.trainingaudit.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one regime says of one use.
 *
 * @param regime the regime's id
 * @param asOf the date on which the law was read
 * @param verdict the worst that its rules say
 * @param provisional whether the verdict rests on a step whose date isn't fixed, or was assumed
 * @param rules the outcomes in the regime's order; a rule that isn't in force and has nothing to say is not among them.
 *     Where it isn't known whether the regime governs the use, {@link #SCOPE} stands first
 */
public record Judgement(String regime, LocalDate asOf, Verdict verdict, boolean provisional, List<RuleOutcome> rules) {

    /** The name under which the regime's scope stands among the rules where it can't be decided. */
    public static final String SCOPE = "governs";

    public Judgement {
        rules = List.copyOf(rules);
    }

    /** The outcome of that rule; empty where it has nothing to say. */
    public Optional<RuleOutcome> rule(String id) {
        return rules.stream().filter(each -> each.rule().equals(id)).findFirst();
    }

    /** All facts that are missing, sorted. */
    public SortedSet<String> missing() {
        SortedSet<String> all = new TreeSet<>();
        rules.forEach(rule -> all.addAll(rule.missing()));
        return all;
    }
}
