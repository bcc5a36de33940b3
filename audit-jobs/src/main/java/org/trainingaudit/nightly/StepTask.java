package org.trainingaudit.nightly;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** A step that does its work in one transaction, or in several of the same kind, and tells of its progress. */
final class StepTask implements Tasklet {

    /** The work; true when there is nothing left. */
    interface Work {
        boolean done(Run run) throws Exception;
    }

    private final String name;
    private final Runs runs;
    private final Progress progress;
    private final Work work;

    StepTask(String name, Runs runs, Progress progress, Work work) {
        this.name = name;
        this.runs = runs;
        this.progress = progress;
        this.work = work;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws Exception {
        Object key = context.getStepContext().getJobParameters().get(NightlyJob.RUN);
        if (contribution.getStepExecution().getCommitCount() == 0) {
            progress.begin(name, 0);
        }
        boolean done = work.done(runs.get(String.valueOf(key)));
        if (done) {
            progress.end(name);
        }
        return RepeatStatus.continueIf(!done);
    }
}
