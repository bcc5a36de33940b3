package org.trainingaudit.nightly;

/** The run to which the step that is asking belongs, and the name of that step or of its share. */
class StepRun {

    private final Run run;
    private final String name;

    StepRun(Run run, String name) {
        this.run = run;
        this.name = name;
    }

    Run get() {
        return run;
    }

    String name() {
        return name;
    }
}
