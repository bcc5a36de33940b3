package org.trainingaudit.nightly;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes steps that do their work in one transaction, or in several of the same kind, and tell of their progress. */
@Component
class StepTasks {

    /** The work; true when there is nothing left. */
    interface Work {
        boolean done(Run run) throws Exception;
    }

    private final JobRepository jobs;
    private final PlatformTransactionManager transactions;
    private final Runs runs;
    private final Progress progress;

    StepTasks(JobRepository jobs, PlatformTransactionManager transactions, Runs runs, Progress progress) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.runs = runs;
        this.progress = progress;
    }

    /** A step whose progress goes by its own name. */
    Step step(String name, Work work) {
        return step(name, name, work);
    }

    /**
     * A step.
     *
     * @param name as the job repository has it
     * @param told what its progress goes by
     */
    Step step(String name, String told, Work work) {
        return new StepBuilder(name, jobs)
                .tasklet((contribution, context) -> execute(told, work, contribution, context), transactions)
                .build();
    }

    private RepeatStatus execute(String told, Work work, StepContribution contribution, ChunkContext context)
            throws Exception {
        Object key = context.getStepContext().getJobParameters().get(NightlyJob.RUN);
        if (contribution.getStepExecution().getCommitCount() == 0) {
            progress.begin(told, 0);
        }
        boolean done = work.done(runs.get(String.valueOf(key)));
        if (done) {
            progress.end(told);
        }
        return RepeatStatus.continueIf(!done);
    }
}
