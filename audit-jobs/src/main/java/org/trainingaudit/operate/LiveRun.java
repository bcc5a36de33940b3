package org.trainingaudit.operate;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunStatus;
import org.trainingaudit.view.Projection;

/** The one run that this process executes, in the background. */
@Component
class LiveRun {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
    private static final int SECONDS_TO_STOP = 30;

    private final Nights nights;
    private final OperationLog log;
    private final Lease lease;
    private final FencedWork fenced;
    private final Projection projection;
    private final TransactionTemplate transaction;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(DaemonThreads.named("run"));
    private Optional<Run> live = Optional.empty();
    private boolean stopping;

    LiveRun(
            Nights nights,
            OperationLog log,
            Lease lease,
            FencedWork fenced,
            Projection projection,
            PlatformTransactionManager transactions) {
        this.nights = nights;
        this.log = log;
        this.lease = lease;
        this.fenced = fenced;
        this.projection = projection;
        this.transaction = new TransactionTemplate(transactions);
    }

    synchronized Optional<Run> get() {
        return live;
    }

    synchronized boolean is(String key) {
        return live.filter(run -> run.key().equals(key)).isPresent();
    }

    synchronized void awaitIdle() throws InterruptedException {
        while (live.isPresent()) {
            wait();
        }
    }

    /** Executes a run from now on under a lease, which it gives back; the caller has made sure that none is on. */
    synchronized Run begin(Run run, long fence) {
        live = Optional.of(run);
        stopping = false;
        worker.execute(() -> execute(run, fence));
        return run;
    }

    /** Stops it at its next chunk. */
    synchronized void stop(Run run) {
        stopping = true;
        nights.stop(run);
    }

    private void execute(Run run, long fence) {
        String result = "failed";
        if (isStopping()) {
            end(run, fence, "stopped");
            return;
        }
        try {
            Nights.Outcome outcome = fenced.call(fence, () -> nights.execute(run));
            result = outcome.run().status() == RunStatus.OPEN
                    ? cutShort(outcome)
                    : outcome.run().status().word();
        } catch (RuntimeException e) {
            // The message of an unforeseen fault may quote data, so only its kind is kept.
            result = "failed: " + e.getClass().getSimpleName();
        } finally {
            showNow();
            end(run, fence, result);
        }
    }

    /** What pages show is brought up to date before the run counts as over. It is no record, so its failing fails nothing. */
    private void showNow() {
        try {
            projection.catchUp();
        } catch (RuntimeException e) {
            LOG.warn("what pages show could not be brought up to date", e);
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized String cutShort(Nights.Outcome outcome) {
        return stopping ? "stopped" : "failed: " + String.join("; ", outcome.failures());
    }

    private synchronized void end(Run run, long fence, String result) {
        live = Optional.empty();
        notifyAll();
        lease.release(fence);
        transaction.executeWithoutResult(status -> log.end(run, result));
    }

    /** Stops what is on at its next chunk and waits for it, so that a restart finds everything in order. */
    @PreDestroy
    void shutDown() throws InterruptedException {
        get().ifPresent(this::stop);
        worker.shutdown();
        if (!worker.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }
}
