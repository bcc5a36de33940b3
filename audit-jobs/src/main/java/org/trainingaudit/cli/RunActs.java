package org.trainingaudit.cli;

import java.util.List;
import java.util.Optional;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.operate.RunResult;

/** Where {@code audit run} has the whole audit done: in this process, or in the one that serves. */
interface RunActs {

    /**
     * How a run came out.
     *
     * @param run its key
     * @param result what it came to; empty where it failed or was stopped and can be gone on with
     * @param failures what went wrong, one line each
     */
    record Outcome(String run, Optional<RunResult> result, List<String> failures) {}

    /** Goes on with a run that was cut short, or gives it up where the audit shall be done anew; else does what is asked. */
    Outcome run(RunRequest request, boolean anew);
}
