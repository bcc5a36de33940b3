package org.trainingaudit.operate;

/** An unfinished run can't go on as it began; nothing has run. */
public final class CannotRestart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotRestart(String run, String why) {
        super("run " + run + " was cut short and can't go on: " + why
                + "; put things back as they were, or give it up and start anew with 'audit run --new'");
    }
}
