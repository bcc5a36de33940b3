package org.trainingaudit.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.operate.LiveProgress;
import org.trainingaudit.operate.RunHistory;

/** A run as callers see it; what isn't known is left out. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RunView(
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

    static RunView of(RunHistory.Course course) {
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
                Optional.empty());
    }

    RunView with(Optional<LiveProgress.Step> step) {
        return new RunView(
                run, kind, businessDate, asOf, state, actor, why, configSha256, started, ended, restarts, step);
    }
}
