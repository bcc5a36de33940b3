package org.trainingaudit.regime;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trainingaudit.regime.RuleSanction.Standing;

/**
 * What a breach can cost and when.
 *
 * @param when the conditions under which it applies
 * @param reviewIf those under which it may; asked where the first don't hold
 * @param confirmed whether its wording was read in the law's text
 */
record CompiledSanction(Condition when, Condition reviewIf, boolean confirmed) {

    /** What a pack names in words alone. */
    static final CompiledSanction UNCONDITIONAL =
            new CompiledSanction(Condition.Constant.ALWAYS, Condition.Constant.NEVER, true);

    static CompiledSanction of(RegimeDocument.SanctionPart part, ConditionParser conditions) {
        return new CompiledSanction(
                part.when().map(conditions::parse).orElse(Condition.Constant.ALWAYS),
                part.reviewIf().map(conditions::parse).orElse(Condition.Constant.NEVER),
                part.confirmed().orElse(true));
    }

    /** Where it stands for these facts; empty where it doesn't apply. */
    Optional<RuleSanction> standing(String code, Values values) {
        int applies = when.truth(values);
        if (applies == Condition.TRUE) {
            return Optional.of(new RuleSanction(code, confirmed ? Standing.APPLIES : Standing.MAY_APPLY, List.of()));
        }
        int possible = reviewIf.truth(values);
        if (possible == Condition.TRUE) {
            return Optional.of(new RuleSanction(code, Standing.MAY_APPLY, List.of()));
        }
        if (applies == Condition.FALSE && possible == Condition.FALSE) {
            return Optional.empty();
        }
        Set<String> missing = new TreeSet<>();
        when.missing(values, missing);
        reviewIf.missing(values, missing);
        // Undecided with all facts known: a member of a set that the law leaves open.
        return Optional.of(
                missing.isEmpty()
                        ? new RuleSanction(code, Standing.MAY_APPLY, List.of())
                        : new RuleSanction(code, Standing.UNKNOWN, List.copyOf(missing)));
    }
}
