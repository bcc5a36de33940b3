package org.trainingaudit.operate;

import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.operate.OperationRefused.Reason;

/** Stopping runs that are on, wherever that is, and giving up those that were cut short. */
@Component
class Ending {

    private final Nights nights;
    private final RunBook book;
    private final RunWork work;

    Ending(Nights nights, RunBook book, RunWork work) {
        this.nights = nights;
        this.book = book;
        this.work = work;
    }

    void stop(String key, By by) {
        Run run = book.find(key);
        book.check(by);
        boolean elsewhere = work.isElsewhere(key);
        if (!work.isHere(key) && !elsewhere) {
            throw new OperationRefused(Reason.STATE, key + " isn't running, so it can't be stopped");
        }
        book.note(by, "stop", run, "{}", "asked to stop at the next chunk");
        if (elsewhere) {
            nights.stop(run);
        } else {
            work.stop(run);
        }
    }

    void giveUp(String key, By by) {
        Run run = book.find(key);
        RunBook.requireOpen(run);
        book.check(by);
        if (isOn(key)) {
            throw new OperationRefused(Reason.BUSY, key + " is running; stop it first");
        }
        book.giveUp(run, by);
    }

    /** Whether that run is on, here or in another process. */
    boolean isOn(String key) {
        return work.isHere(key) || work.isElsewhere(key);
    }
}
