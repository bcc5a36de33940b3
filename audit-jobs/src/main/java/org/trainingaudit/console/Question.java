package org.trainingaudit.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trainingaudit.regime.Explanation;
import org.trainingaudit.use.FactDefinition;
import org.trainingaudit.use.FactType;

/**
 * A fact that is missing, to be asked for.
 *
 * @param fact its name
 * @param rules the rules that wait for it
 * @param about what the catalogue says of it
 */
record Question(String fact, List<String> rules, Optional<FactDefinition> about) {

    private static final int SHOWN = 4;

    static List<Question> of(List<Explanation> why) {
        Map<String, List<String>> rules = new TreeMap<>();
        for (Explanation explanation : why) {
            explanation
                    .rules()
                    .forEach(rule -> rule.outcome()
                            .missing()
                            .forEach(fact -> rules.computeIfAbsent(fact, name -> new ArrayList<>())
                                    .add(explanation.regime().id() + " "
                                            + rule.outcome().rule())));
        }
        return rules.entrySet().stream()
                .map(entry -> new Question(entry.getKey(), List.copyOf(entry.getValue()), Optional.empty()))
                .sorted(Comparator.comparingInt((Question question) -> -question.rules.size())
                        .thenComparing(Question::fact))
                .toList();
    }

    Question with(FactDefinition definition) {
        return new Question(fact, rules, Optional.of(definition));
    }

    /** Some of the rules, and how many more wait. */
    public String someRules() {
        String some = String.join(", ", rules.subList(0, Math.min(SHOWN, rules.size())));
        return rules.size() > SHOWN ? some + " + " + (rules.size() - SHOWN) : some;
    }

    /** Whether it is answered by yes or no. */
    public boolean isYesOrNo() {
        return about.filter(it -> it.type() == FactType.BOOLEAN).isPresent();
    }

    /** The allowed answers, sorted; empty where any will do. */
    public List<String> choices() {
        return about.filter(it -> it.type() != FactType.BOOLEAN)
                .map(it -> it.values().stream().sorted().toList())
                .orElse(List.of());
    }
}
