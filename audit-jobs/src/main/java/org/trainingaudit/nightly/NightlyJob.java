package org.trainingaudit.nightly;

import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.ListableStepLocator;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The audit as a table of steps.
 *
 * <p>Every step may be done again: what it has written is found by its key, so a restart after a kill goes on with what
 * is left and adds nothing twice. Two beans of one step may not run at once: one run at a time owns the database.
 */
@Configuration(proxyBeanMethods = false)
public class NightlyJob {

    /** The job's name in the job repository. */
    public static final String NAME = "nightly-audit";

    /** The job parameter that names the run. */
    public static final String RUN = "run";

    @Bean
    Job nightlyAudit(
            JobRepository jobs,
            Step enterYear,
            Step prepare,
            Step scan,
            Step collect,
            Step reconcile,
            Step judge,
            Step endUses,
            Step followLaws,
            Step sealVerdicts,
            Step publish,
            Step sealReports) {
        return new JobBuilder(NAME, jobs)
                .start(enterYear) //    a new year                          -> the old log closed, a new one
                .next(prepare) //       configuration, datasets, registers  -> what this run is about
                .next(scan) //          datasets changed since last night   -> classifications
                .next(collect) //       registers                           -> uses
                .next(reconcile) //     uses x what was seen                -> facts, contradictions
                .next(judge) //         uses x regimes                      -> verdicts, findings
                .next(endUses) //       uses that no register has any more  -> ended
                .next(followLaws) //    answers of the authorities x packs  -> review findings
                .next(sealVerdicts) //  all of these as entries             -> checkpoint A
                .next(publish) //       the trail up to A                   -> reports, run_close
                .next(sealReports) //   the reports' entries                -> checkpoint B
                .build();
    }

    /** The names of all its steps in their order, as the job repository has them. */
    public static List<String> steps(Job night) {
        return List.copyOf(((ListableStepLocator) night).getStepNames());
    }
}
