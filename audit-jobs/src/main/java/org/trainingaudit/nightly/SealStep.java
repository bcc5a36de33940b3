package org.trainingaudit.nightly;

import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trainingaudit.trail.Trail;

/**
 * Gives waiting entries their places, some thousands in a transaction, then writes the log's files and signs a checkpoint.
 * Done again after a kill it finds what already has a place and what is already on disk.
 */
@Configuration(proxyBeanMethods = false)
class SealStep {

    private static final int AT_A_TIME = 10_000;

    @Bean
    Step sealVerdicts(StepTasks tasks, Runs runs, Trail trail) {
        return tasks.step("seal", run -> {
            boolean sealed = isSealed(trail);
            if (sealed) {
                runs.noteSealed(run, size(trail));
            }
            return sealed;
        });
    }

    @Bean
    Step sealReports(StepTasks tasks, Runs runs, Trail trail, RunStatuses statuses, ObjectProvider<RunEnd> told) {
        return tasks.step("sealReports", "seal again", run -> {
            boolean sealed = isSealed(trail);
            if (sealed) {
                RunStatus status = statuses.of(run);
                runs.end(run.key(), status);
                told.forEach(one -> one.ended(run, status));
            }
            return sealed;
        });
    }

    /** What is published now; a later seal by somebody else must not change what the reports are folded from. */
    private static long size(Trail trail) {
        return trail.reader().checkpoint().checkpoint().size();
    }

    private static boolean isSealed(Trail trail) {
        if (trail.sequence(AT_A_TIME).entries() > 0) {
            return false;
        }
        trail.seal();
        return true;
    }
}
