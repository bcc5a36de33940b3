package org.trainingaudit.cli;

import java.util.Optional;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.nightly.RunStatus;
import org.trainingaudit.notice.Postman;
import org.trainingaudit.operate.AuditContext;
import org.trainingaudit.operate.Nights;
import org.trainingaudit.operate.RunResults;

/** The audit in this process. */
final class LocalRun implements RunActs {

    private final AuditContext context;

    LocalRun(AuditContext context) {
        this.context = context;
    }

    @Override
    public Outcome run(RunRequest request, boolean anew) {
        Nights nights = context.get(Nights.class);
        Nights.Outcome outcome = anew ? nights.runAnew(request) : nights.run(request);
        context.get(Postman.class).deliver();
        Run run = outcome.run();
        return run.status() == RunStatus.OPEN
                ? new Outcome(run.key(), Optional.empty(), outcome.failures())
                : new Outcome(
                        run.key(), Optional.of(context.get(RunResults.class).of(run)), outcome.failures());
    }
}
