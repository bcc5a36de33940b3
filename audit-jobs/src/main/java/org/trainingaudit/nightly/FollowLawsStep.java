package org.trainingaudit.nightly;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Lays the kept answers of the authorities beside the packs. Findings keep their ids, so a second run opens and closes
 * nothing again; a trial does nothing.
 */
@Configuration(proxyBeanMethods = false)
class FollowLawsStep {

    private static final String NAME = "follow laws";

    @Bean
    Step followLaws(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Runs runs,
            Progress progress,
            LawReviews reviews) {
        StepTask task = new StepTask(NAME, runs, progress, run -> {
            if (run.counts()) {
                reviews.follow(run);
            }
            return true;
        });
        return new StepBuilder(NAME, jobs).tasklet(task, transactions).build();
    }
}
