package org.trainingaudit.operate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again on one thread, one piece after the other. What fails is told and tried again. */
public final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private static final int SECONDS_TO_END = 10;

    private final String what;
    private final ScheduledExecutorService thread;
    private final List<Future<?>> works = new ArrayList<>();

    /**
     * On a thread of its own, which keeps no program from ending.
     *
     * @param name the thread's
     * @param what it does, for the log, such as {@code telling people}
     */
    public Rounds(String name, String what) {
        this.what = what;
        this.thread = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named(name));
    }

    /** Does something once, as soon as may be. */
    public void once(Runnable work) {
        thread.execute(() -> safely(work));
    }

    /** Does something after that time, and again after that time behind each end. */
    public void every(Duration time, Runnable work) {
        long millis = time.toMillis();
        works.add(thread.scheduleWithFixedDelay(() -> safely(work), millis, millis, TimeUnit.MILLISECONDS));
    }

    /** Whatever goes wrong: of what throws here nothing would be heard, and it would never be done again. */
    private void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("{} failed and is tried again", what, e);
        }
    }

    /** Ends all of it; what is under way is finished, and waited for, since what it works with is taken away next. */
    public void end() {
        end(false);
        try {
            if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("{} takes long and is left to itself", what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all of it; what is under way is interrupted. */
    public void breakOff() {
        end(true);
    }

    private void end(boolean interrupt) {
        works.forEach(work -> work.cancel(interrupt));
        thread.shutdown();
    }
}
