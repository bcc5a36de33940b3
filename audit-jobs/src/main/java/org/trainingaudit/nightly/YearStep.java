package org.trainingaudit.nightly;

import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trainingaudit.trail.Trail;

/**
 * At the first run of a new year closes the log and begins the next, so that this run records
 * everything and one year's log is complete by itself. Done again it finds the year entered already.
 */
@Configuration(proxyBeanMethods = false)
class YearStep {

    @Bean
    Step enterYear(StepTasks tasks, Trail trail, Recorded recorded, DatasetRows datasets) {
        return tasks.step("enterYear", "enter the year", run -> {
            if (trail.enterYear(run.businessDate().getYear())) {
                recorded.recordAllAnew();
                datasets.forgetAll();
                return false;
            }
            if (trail.isBetweenYears()) {
                trail.seal();
            }
            return true;
        });
    }
}
