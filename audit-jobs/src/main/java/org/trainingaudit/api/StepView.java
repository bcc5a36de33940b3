package org.trainingaudit.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.trainingaudit.operate.RunHistory;

/**
 * A step of a run, or one share of it.
 *
 * @param read things it read; absent for an account that sees a part of the estate, since it counts all of it
 * @param written things it finished; absent for the same reason
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record StepView(
        String name,
        String state,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<Long> read,
        Optional<Long> written) {

    static StepView of(RunHistory.Step step, boolean counts) {
        return new StepView(
                step.name(),
                step.state(),
                step.started(),
                step.ended(),
                Optional.of(step.read()).filter(number -> counts),
                Optional.of(step.written()).filter(number -> counts));
    }
}
