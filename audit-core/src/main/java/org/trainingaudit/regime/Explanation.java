package org.trainingaudit.regime;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.use.Fact;
import org.trainingaudit.use.FactValue;

/**
 * Why one regime says what it says of one use.
 *
 * @param judgement what it says
 * @param regime the regime, for its names
 * @param scope whether it governs the use, and why
 * @param rules why each rule says what it says, in the judgement's order
 */
public record Explanation(Judgement judgement, Regime regime, Branch scope, List<RuleExplanation> rules) {

    public Explanation {
        rules = List.copyOf(rules);
    }

    /**
     * Why one rule says what it says.
     *
     * @param outcome what it says
     * @param parts its conditions by role: applies, tried, requires, reviewIf; those that it has
     * @param sanctions what the breach can cost, where it's one
     * @param turns the smallest sets of changes that would turn the outcome from adverse to not, or back; a few at most,
     *     and none where it would take more facts than are tried
     */
    public record RuleExplanation(
            RuleOutcome outcome, List<Part> parts, List<RuleSanction> sanctions, List<Turn> turns) {
        public RuleExplanation {
            parts = List.copyOf(parts);
            sanctions = List.copyOf(sanctions);
            turns = List.copyOf(turns);
        }
    }

    /** A condition with the role it plays in its rule. */
    public record Part(String role, Branch condition) {}

    /**
     * A condition and what became of it.
     *
     * @param text the condition on one line
     * @param truth whether it holds
     * @param facts the facts that it reads itself, in its order
     * @param branches the conditions that it joins; empty for a leaf
     */
    public record Branch(String text, Truth truth, List<Known> facts, List<Branch> branches) {
        public Branch {
            facts = List.copyOf(facts);
            branches = List.copyOf(branches);
        }
    }

    /**
     * A fact as it was read.
     *
     * @param name its name
     * @param stated the fact, with its value, origin and dates; empty where nobody stated it
     * @param note what counts instead of what is stated, where that differs
     */
    public record Known(String name, Optional<Fact> stated, Optional<String> note) {}

    /**
     * Changes that together turn an outcome.
     *
     * @param changes what would have to be, fact by fact
     * @param outcome what the rule would then say
     */
    public record Turn(List<Change> changes, Outcome outcome) {
        public Turn {
            changes = List.copyOf(changes);
        }
    }

    /** One fact and the value that it would have to have. */
    public record Change(String fact, FactValue value) {}
}
