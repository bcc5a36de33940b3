package org.trainingaudit.nightly;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.trainingaudit.trail.Trail;

/**
 * Ends the uses that no register has any more and closes their findings. Does nothing in a trial, and nothing where a
 * register could not be read to its end: a use that is missing there may still be declared.
 */
@Configuration(proxyBeanMethods = false)
class EndUsesStep {

    private static final String NAME = "end uses";

    @Bean
    Step endUses(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Runs runs,
            Progress progress,
            Recorded recorded,
            UseRows uses,
            UseEntries entries,
            FindingFollower findings,
            Trail trail) {
        StepTask task = new StepTask(NAME, runs, progress, run -> {
            if (run.counts() && runs.hasWholeRegisters(run)) {
                for (String use : gone(run, recorded, uses)) {
                    trail.submit(entries.ended(run, use));
                    findings.end(run, use);
                    recorded.subjects(UseEntries.USE, UseEntries.subjectPrefix(use))
                            .forEach(subject -> recorded.forget(UseEntries.USE, subject));
                    recorded.forget(DependenceEntries.KIND, use);
                    recorded.subjects(UseEntries.VERDICT, UseEntries.subjectPrefix(use))
                            .forEach(subject -> recorded.forget(UseEntries.VERDICT, subject));
                }
            }
            return true;
        });
        return new StepBuilder(NAME, jobs).tasklet(task, transactions).build();
    }

    private static Set<String> gone(Run run, Recorded recorded, UseRows uses) {
        Set<String> gone = new TreeSet<>();
        for (String subject : recorded.subjects(UseEntries.USE, "")) {
            String use = UseEntries.useOf(subject);
            if (!uses.has(run, use)) {
                gone.add(use);
            }
        }
        return gone;
    }
}
