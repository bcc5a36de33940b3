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
 * @param formerly ids under which the use was seen before somebody declared it; its findings go on under the declared one
 */
public record Sighting(
        Finding.Seen seen, boolean provisional, Set<RuleKind> kinds, String owner, Set<String> formerly) {
    public Sighting {
        kinds = Set.copyOf(kinds);
        formerly = Set.copyOf(formerly);
    }

    /** Of a use that never had another id. */
    public Sighting(Finding.Seen seen, boolean provisional, Set<RuleKind> kinds, String owner) {
        this(seen, provisional, kinds, owner, Set.of());
    }

    String finding() {
        return Finding.idOf(seen.regime(), seen.use());
    }

    List<String> categories() {
        return seen.categories();
    }
}
