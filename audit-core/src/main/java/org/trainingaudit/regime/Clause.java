package org.trainingaudit.regime;

import java.util.List;
import java.util.Optional;

/**
 * One version of a rule, compiled.
 *
 * @param index its place among all clauses
 * @param from the step with which it starts; empty where it has always been law
 * @param to the step with which it ends
 * @param applies whether it concerns the use
 * @param tried whether an exemption is claimed; true for other rules
 * @param requires what it asks for
 * @param reviewIf what softens a breach
 * @param unmet what it comes to where it isn't met; empty for an exemption whose failure means nothing
 */
record Clause(
        int index,
        Optional<StepRef> from,
        Optional<StepRef> to,
        Condition applies,
        Condition tried,
        Condition requires,
        Condition reviewIf,
        Optional<Unmet> unmet) {

    /** All that it asks. */
    List<Condition> conditions() {
        return List.of(applies, tried, requires, reviewIf);
    }

    /** A step of a regime. */
    record StepRef(String regime, Step step) {

        /** As an assumption names it. */
        String key() {
            return regime + "." + step.id();
        }
    }
}
