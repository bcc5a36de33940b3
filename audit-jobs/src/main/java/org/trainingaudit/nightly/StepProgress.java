package org.trainingaudit.nightly;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Tells the operator when a partitioned or chunked step begins and ends. */
@Component
class StepProgress implements StepExecutionListener {

    private final Progress progress;
    private final Runs runs;
    private final Inputs inputs;
    private final UseRows uses;

    StepProgress(Progress progress, Runs runs, Inputs inputs, UseRows uses) {
        this.progress = progress;
        this.runs = runs;
        this.inputs = inputs;
        this.uses = uses;
    }

    @Override
    public void beforeStep(StepExecution step) {
        Run run = runs.get(String.valueOf(step.getJobParameters().getString(NightlyJob.RUN)));
        progress.begin(step.getStepName(), things(step.getStepName(), run));
    }

    private long things(String step, Run run) {
        return switch (step) {
            case ScanStep.NAME -> inputs.countToScan(run);
            case ReconcileStep.NAME, JudgeStep.NAME -> uses.count(run);
            default -> 0;
        };
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        progress.end(step.getStepName());
        return step.getExitStatus();
    }
}
