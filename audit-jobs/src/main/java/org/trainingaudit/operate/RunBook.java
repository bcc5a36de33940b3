package org.trainingaudit.operate;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunStatus;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.OperationRefused.Reason;

/** Runs as they are recorded, and what is written down of what was done with them; refuses what doesn't fit. */
@Component
class RunBook {

    private final Runs runs;
    private final OperationLog log;
    private final TransactionTemplate transaction;
    private final FreeText freeText;

    RunBook(Runs runs, OperationLog log, PlatformTransactionManager transactions, FreeText freeText) {
        this.runs = runs;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.freeText = freeText;
    }

    Run find(String key) {
        return runs.find(key).orElseThrow(() -> new OperationRefused(Reason.UNKNOWN, "there is no run '" + key + "'"));
    }

    Optional<Run> known(String key) {
        return runs.find(key);
    }

    Optional<Run> unfinished() {
        return runs.newestUnfinished();
    }

    void requireNoneLeft() {
        unfinished().ifPresent(run -> {
            throw new OperationRefused(
                    Reason.STATE, run.key() + " was cut short; restart it, or give it up, before another is started");
        });
    }

    static void requireOpen(Run run) {
        if (run.status() != RunStatus.OPEN) {
            throw new OperationRefused(
                    Reason.STATE, run.key() + " is over (" + run.status().word() + "); start a new run instead");
        }
    }

    /** The reason is kept for good, so it is looked at first. */
    void check(By by) {
        freeText.faultOfReason(by.why()).ifPresent(fault -> {
            throw new OperationRefused(Reason.WRONG, fault);
        });
    }

    void note(By by, String action, Run run, String details, String result) {
        inOne(() -> log.add(by, action, run.key(), details, result));
    }

    void giveUp(Run run, By by) {
        inOne(() -> {
            runs.end(run.key(), RunStatus.ABANDONED);
            return log.add(by, "give-up", run.key(), "{}", "given up");
        });
    }

    <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
