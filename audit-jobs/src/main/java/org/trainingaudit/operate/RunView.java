package org.trainingaudit.operate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.trainingaudit.nightly.Run;

/**
 * A run as every face shows it; what isn't known is left out.
 *
 * @param state a {@link RunState#word}
 * @param started when it first began
 * @param ended when it last ended; absent while it is on
 * @param restarts how often it was gone on with
 * @param progress the step that is on, with how far it has come; absent while none is
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RunView(
        String run,
        String kind,
        LocalDate businessDate,
        LocalDate asOf,
        String state,
        String actor,
        String why,
        String configSha256,
        Optional<Instant> started,
        Optional<Instant> ended,
        int restarts,
        Optional<LiveProgress.Step> progress) {

    /** The same for those who see a part of the estate: how many things there are in all is not theirs to know. */
    public RunView withoutCounts() {
        return new RunView(
                run,
                kind,
                businessDate,
                asOf,
                state,
                actor,
                why,
                configSha256,
                started,
                ended,
                restarts,
                Optional.empty());
    }

    static RunView of(RunHistory.Course course, Optional<LiveProgress.Step> step) {
        Run run = course.run();
        return new RunView(
                run.key(),
                run.kind().word(),
                run.businessDate(),
                run.asOf(),
                course.state().word(),
                run.actor(),
                run.why(),
                run.configSha256(),
                course.started(),
                course.ended(),
                course.restarts(),
                course.state() == RunState.RUNNING ? step : Optional.empty());
    }
}
