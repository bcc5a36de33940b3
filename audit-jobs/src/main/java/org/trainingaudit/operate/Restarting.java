package org.trainingaudit.operate;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.operate.OperationRefused.Reason;

/** Going on with runs that were stopped, failed or cut short, and clearing up what a dead process left. */
@Component
class Restarting {

    private static final Logger LOG = LoggerFactory.getLogger(Restarting.class);

    private final Nights nights;
    private final RunBook book;
    private final RunWork work;
    private final Ending ending;

    Restarting(Nights nights, RunBook book, RunWork work, Ending ending) {
        this.nights = nights;
        this.book = book;
        this.work = work;
        this.ending = ending;
    }

    Run restart(String key, By by) {
        Run run = book.find(key);
        RunBook.requireOpen(run);
        book.check(by);
        return work.begin(() -> goOn(run, by));
    }

    private Run goOn(Run run, By by) {
        try {
            nights.recoverFromKill();
            nights.refuseIfChanged(run);
        } catch (CannotRestart e) {
            throw new OperationRefused(Reason.STATE, String.valueOf(e.getMessage()));
        }
        book.note(by, "restart", run, "{}", "accepted");
        return run;
    }

    boolean finishFirst(By by) {
        Optional<Run> left = book.unfinished();
        if (left.isEmpty() || work.isAtWork()) {
            return false;
        }
        try {
            restart(left.get().key(), by);
            return true;
        } catch (OperationRefused e) {
            if (e.reason() == Reason.STATE) {
                ending.giveUp(left.get().key(), by);
            }
            return false;
        }
    }

    Optional<Run> recover(By by) {
        if (work.live().isPresent()) {
            return Optional.empty();
        }
        work.endTrailCare();
        if (!isLeftBehind() || !work.clearUp(nights::recoverFromKill)) {
            return Optional.empty();
        }
        return book.unfinished().flatMap(run -> restartIfPossible(run, by));
    }

    private boolean isLeftBehind() {
        return nights.isAnythingLeft() || work.isLeftBehind();
    }

    private Optional<Run> restartIfPossible(Run run, By by) {
        try {
            return Optional.of(restart(run.key(), by));
        } catch (OperationRefused e) {
            LOG.warn("{} was cut short and isn't gone on with: {}", run.key(), e.getMessage());
            return Optional.empty();
        }
    }
}
