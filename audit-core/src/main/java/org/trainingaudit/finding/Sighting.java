package org.trainingaudit.finding;

import java.util.List;
import java.util.Set;
import org.trainingaudit.regime.RuleKind;

/**
 * What a run sees of a use under one regime, whether or not it is a violation.
 *
 * @param seen the use, the verdict, and the rules that make it
 * @param provisional whether the verdict rests on a step whose date isn't fixed
 * @param kinds the kinds of those rules
 * @param owner whom to ask about the dataset, where no rule of {@code findings.yaml} names somebody else
 */
public record Sighting(Finding.Seen seen, boolean provisional, Set<RuleKind> kinds, String owner) {
    public Sighting {
        kinds = Set.copyOf(kinds);
    }

    String finding() {
        return FindingId.of(seen.regime(), seen.use());
    }

    List<String> categories() {
        return seen.categories();
    }
}
