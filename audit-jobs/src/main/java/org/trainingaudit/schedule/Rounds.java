package org.trainingaudit.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingaudit.operate.DaemonThreads;

/** Work that is done again and again on one thread, one piece after the other. What fails is told and tried again. */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String failed;
    private final ScheduledExecutorService thread;
    private final List<Future<?>> works = new ArrayList<>();

    /**
     * On a thread of its own, which keeps no program from ending.
     *
     * @param name the thread's
     * @param what it does, for the log, such as {@code telling people}
     */
    Rounds(String name, String what) {
        this.failed = what + " failed and is tried again";
        this.thread = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named(name));
    }

    /** Does something once, as soon as may be. */
    void once(Runnable work) {
        thread.execute(() -> safely(work));
    }

    /** Does something after that time, and again after that time behind each end. */
    void every(Duration time, Runnable work) {
        long millis = time.toMillis();
        works.add(thread.scheduleWithFixedDelay(() -> safely(work), millis, millis, TimeUnit.MILLISECONDS));
    }

    private void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn(failed, e);
        }
    }

    /** Ends all of it; what is under way is finished. */
    void end() {
        end(false);
    }

    /** Ends all of it; what is under way is interrupted. */
    void breakOff() {
        end(true);
    }

    private void end(boolean interrupt) {
        works.forEach(work -> work.cancel(interrupt));
        thread.shutdown();
    }
}
