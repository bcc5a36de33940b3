package org.trainingaudit.nightly;

import java.util.Map;
import java.util.Optional;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** The steps that are done in shares, for processes that work on single ones. */
@Component
public class ShareSteps {

    /** The exit code of a share that was stopped because this machine hasn't all that it needs. */
    public static final String LEFT_TO_OTHERS = "LEFT_TO_OTHERS";

    private static final char BEFORE_SHARE = ':';

    private final Map<String, Step> steps;
    private final DatasetsTonight datasets;

    ShareSteps(Step scanShare, Step judgeShare, DatasetsTonight datasets) {
        this.steps = Map.of("scanShare", scanShare, "judgeShare", judgeShare);
        this.datasets = datasets;
    }

    /** Whether a step of that name is a share; its name alone says which, so that an empty context can't lead it astray. */
    public boolean isShare(String stepName) {
        return step(stepName).isPresent() && Slots.isShare(stepName);
    }

    private Optional<Step> step(String stepName) {
        int end = stepName.indexOf(BEFORE_SHARE);
        return Optional.ofNullable(steps.get(end < 0 ? stepName : stepName.substring(0, end)));
    }

    /**
     * Works on a share to its end. How that came out is then in the share and in the job repository.
     *
     * @param share as the job repository has it now
     */
    public void work(StepExecution share) throws JobInterruptedException {
        datasets.listFor(share.getJobExecutionId());
        step(share.getStepName())
                .orElseThrow(() -> new IllegalStateException("'" + share.getStepName() + "' isn't a share"))
                .execute(share);
    }
}
