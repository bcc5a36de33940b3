package org.trainingaudit.nightly;

import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lays the kept answers of the authorities beside the packs. Findings keep their ids, so a second run opens and closes
 * nothing again; a trial does nothing.
 */
@Configuration(proxyBeanMethods = false)
class FollowLawsStep {

    private static final String NAME = "follow laws";

    @Bean
    Step followLaws(StepTasks tasks, LawReviews reviews) {
        return tasks.step(NAME, run -> {
            if (run.counts()) {
                reviews.follow(run);
            }
            return true;
        });
    }
}
