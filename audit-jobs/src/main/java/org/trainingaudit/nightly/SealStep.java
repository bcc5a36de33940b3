package org.trainingaudit.nightly;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.trainingaudit.trail.Trail;

/**
 * Gives waiting entries their places, some thousands in a transaction, then writes the log's files and signs a checkpoint.
 * Done again after a kill it finds what already has a place and what is already on disk.
 */
@Configuration(proxyBeanMethods = false)
class SealStep {

    private static final int AT_A_TIME = 10_000;

    @Bean
    Step sealVerdicts(
            JobRepository jobs, PlatformTransactionManager transactions, Runs runs, Progress progress, Trail trail) {
        StepTask task = new StepTask("seal", runs, progress, run -> {
            boolean sealed = isSealed(trail);
            if (sealed) {
                runs.noteSealed(run, size(trail));
            }
            return sealed;
        });
        return step("seal", jobs, transactions, task);
    }

    @Bean
    Step sealReports(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Runs runs,
            Progress progress,
            Trail trail,
            RunStatuses statuses,
            ObjectProvider<RunEnd> told) {
        StepTask task = new StepTask("seal again", runs, progress, run -> {
            boolean sealed = isSealed(trail);
            if (sealed) {
                RunStatus status = statuses.of(run);
                runs.end(run.key(), status);
                told.forEach(one -> one.ended(run, status));
            }
            return sealed;
        });
        return step("sealReports", jobs, transactions, task);
    }

    private static Step step(String name, JobRepository jobs, PlatformTransactionManager transactions, StepTask task) {
        return new StepBuilder(name, jobs).tasklet(task, transactions).build();
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
