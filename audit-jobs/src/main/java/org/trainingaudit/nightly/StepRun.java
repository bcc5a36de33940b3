package org.trainingaudit.nightly;

/** The run to which the step that is asking belongs. */
class StepRun {

    private final Run run;

    StepRun(Run run) {
        this.run = run;
    }

    Run get() {
        return run;
    }
}
