package org.trainingaudit.nightly;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.step.StepExecution;

/** The run to which the step that is asking belongs, and the step or the share of it that is done. */
class StepRun {

    private final Run run;
    private final StepExecution step;

    StepRun(Run run, StepExecution step) {
        this.run = run;
        this.step = step;
    }

    Run get() {
        return run;
    }

    String name() {
        return step.getStepName();
    }

    /** What the step is called in the job repository. */
    long id() {
        return step.getId();
    }

    /** Leaves a thing of this share undone, for another process that may do it. */
    void leave(String thing) {
        step.setExitStatus(new ExitStatus(ShareSteps.LEFT_TO_OTHERS, thing));
    }

    /** Called when all else is done: a share of which something was left isn't done. */
    void stopWhereLeft() {
        if (step.getExitStatus().getExitCode().equals(ShareSteps.LEFT_TO_OTHERS)) {
            step.setTerminateOnly();
        }
    }
}
