package org.trainingaudit.regime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.trainingaudit.config.Location;

/** A rule as it's judged. Registered before its conditions are compiled, so that others can name it. */
final class CompiledRule {

    /** Its place among all rules of all regimes. */
    final int index;

    final CompiledRegime regime;
    final String id;
    final Location at;
    final List<Clause> clauses = new ArrayList<>();
    /** The exemptions that name it. */
    final List<CompiledRule> exemptedBy = new ArrayList<>();

    RuleKind kind = RuleKind.DUTY;
    String citation = "";
    boolean confirmed = true;
    Effect effect = Effect.EXEMPT;
    boolean exemptsAll;
    List<CompiledRule> exempts = List.of();

    CompiledRule(int index, CompiledRegime regime, String id, Location at) {
        this.index = index;
        this.regime = regime;
        this.id = id;
        this.at = at;
    }

    /** As other regimes name it. */
    String key() {
        return regime.id + "/" + id;
    }

    boolean isExemption() {
        return kind == RuleKind.EXEMPTION;
    }

    /** The rules whose outcome its conditions read. */
    Set<CompiledRule> passes() {
        Set<CompiledRule> found = new LinkedHashSet<>();
        for (Clause clause : clauses) {
            for (Condition each : clause.conditions()) {
                collect(each, found);
            }
        }
        return found;
    }

    private static void collect(Condition condition, Set<CompiledRule> into) {
        into.addAll(condition.rules());
        condition.parts().forEach(part -> collect(part, into));
    }

    /** Adds the facts whose absence keeps any of its versions from being decided. */
    void missing(Values values, Set<String> into) {
        for (Clause clause : clauses) {
            missing(clause, values, into);
        }
    }

    /** Adds the facts whose absence keeps that version from being decided. */
    void missing(Clause clause, Values values, Set<String> into) {
        clause.applies().missing(values, into);
        clause.tried().missing(values, into);
        clause.requires().missing(values, into);
        if (clause.requires().truth(values) == Condition.FALSE) {
            clause.reviewIf().missing(values, into);
        }
    }
}
