package org.trainingaudit.operate;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.finding.WaiverRefused;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.nightly.RunStatus;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.OperationRefused.Reason;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.view.Projection;
import tools.jackson.databind.json.JsonMapper;

/**
 * What operators do with runs: start, stop, restart, give up. One run is on at a time; it goes on in the background, and
 * what was accepted is in the database before the caller is told.
 *
 * <p>Command line, REST and console are faces of this; none of them knows more than it does.
 */
@Component
public class Operations {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    private static final int SECONDS_TO_STOP = 30;

    private final Nights nights;
    private final Runs runs;
    private final OperationLog log;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Configuration setup;
    private final Projection projection;
    private final FreeText freeText;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Operations::thread);
    private Optional<Run> live = Optional.empty();
    private boolean stopping;

    Operations(
            Nights nights,
            Runs runs,
            OperationLog log,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Configuration setup,
            Projection projection) {
        this.nights = nights;
        this.runs = runs;
        this.log = log;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.setup = setup;
        this.projection = projection;
        this.freeText = new FreeText(setup);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "run");
        thread.setDaemon(true);
        return thread;
    }

    /** The run that is on, while one is. */
    public synchronized Optional<Run> live() {
        return live;
    }

    /** Waits until no run is on. */
    public synchronized void awaitIdle() throws InterruptedException {
        while (live.isPresent()) {
            wait();
        }
    }

    /**
     * Starts a manual run or a trial. Asked twice under one key, it starts once and both get the same run.
     *
     * @param given the key, of at most 128 characters
     * @throws OperationRefused where another run is on, or one that was cut short waits, or the key was used for something
     *     else
     * @throws org.trainingaudit.config.ConfigurationException where a source, a regime or a step doesn't exist
     */
    public synchronized Run start(RunRequest request, By by, Optional<String> given) {
        // One person's key is nobody else's.
        Optional<String> key = given.map(text -> by.who() + "/" + text);
        String asked = Sha256.hex(JSON.writeValueAsBytes(request));
        Optional<Run> before = key.flatMap(one -> startedBefore(one, asked));
        if (before.isPresent()) {
            return before.get();
        }
        Scope.check(request, setup);
        check(by);
        requireIdle();
        Run run = inOne(() -> {
            Run opened = nights.open(request, by);
            key.ifPresent(one -> jdbc.sql("insert into operate_start (start_key, asked, run_key) values (?, ?, ?)")
                    .params(one, asked, opened.key())
                    .update());
            log.add(by, "start", opened.key(), JSON.writeValueAsString(request), "accepted");
            return opened;
        });
        return begin(run);
    }

    private Optional<Run> startedBefore(String key, String asked) {
        record Before(String asked, String run) {}
        Optional<Before> before = jdbc.sql("select asked, run_key from operate_start where start_key = ?")
                .param(key)
                .query((row, index) -> new Before(row.getString("asked"), row.getString("run_key")))
                .optional();
        before.filter(one -> !one.asked.equals(asked)).ifPresent(one -> {
            throw new OperationRefused(
                    Reason.WRONG, "that idempotency key was used for another start, " + one.run + "; use a new one");
        });
        return before.map(Before::run).flatMap(runs::find);
    }

    /**
     * Starts the nightly run of a business date, or goes on with it where it was cut short.
     *
     * @return the run; nothing where that night is over already
     * @throws OperationRefused where another run is on, or waits to be gone on with
     */
    public synchronized Optional<Run> startNightly(LocalDate businessDate, By by) {
        Optional<Run> there = runs.find("nightly/" + businessDate);
        if (there.isPresent()) {
            return there.filter(run -> run.status() == RunStatus.OPEN).map(run -> restart(run.key(), by));
        }
        requireIdle();
        Run run = inOne(() -> {
            Run opened = nights.openNightly(businessDate, by);
            log.add(by, "start", opened.key(), "{}", "accepted");
            return opened;
        });
        return Optional.of(begin(run));
    }

    private void check(By by) {
        try {
            freeText.checkReason(by.why());
        } catch (WaiverRefused e) {
            throw new OperationRefused(Reason.WRONG, String.valueOf(e.getMessage()));
        }
    }

    private <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private void requireIdle() {
        live.ifPresent(run -> {
            throw new OperationRefused(Reason.BUSY, run.key() + " is running; wait until it is over, or stop it first");
        });
        runs.newestUnfinished().ifPresent(run -> {
            throw new OperationRefused(
                    Reason.STATE, run.key() + " was cut short; restart it, or give it up, before another is started");
        });
    }

    /**
     * Stops the run at its next chunk. It can be restarted.
     *
     * @throws OperationRefused where it isn't on
     */
    public synchronized void stop(String key, By by) {
        Run run = find(key);
        check(by);
        if (live.filter(one -> one.key().equals(key)).isEmpty()) {
            throw new OperationRefused(Reason.STATE, key + " isn't running, so it can't be stopped");
        }
        inOne(() -> log.add(by, "stop", key, "{}", "asked to stop at the next chunk"));
        stopping = true;
        nights.stop(run);
    }

    /**
     * Goes on with a run that was stopped, failed or was cut short by a crash, at the step where it was.
     *
     * @throws OperationRefused where it is over, or another run is on, or configuration or inputs have changed since
     */
    public synchronized Run restart(String key, By by) {
        Run run = find(key);
        requireOpen(run);
        check(by);
        live.ifPresent(one -> {
            throw new OperationRefused(Reason.BUSY, one.key() + " is running; wait until it is over, or stop it first");
        });
        try {
            nights.recoverFromKill();
            nights.refuseIfChanged(run);
        } catch (CannotRestart e) {
            throw new OperationRefused(Reason.STATE, String.valueOf(e.getMessage()));
        }
        inOne(() -> log.add(by, "restart", key, "{}", "accepted"));
        return begin(run);
    }

    /**
     * Sees to a run that was cut short, before the schedule starts another: goes on with it, or gives it up where it can't go
     * on as it began.
     *
     * @return whether it goes on now
     */
    public synchronized boolean finishFirst(By by) {
        Optional<Run> left = runs.newestUnfinished();
        if (live.isPresent() || left.isEmpty()) {
            return false;
        }
        try {
            restart(left.get().key(), by);
            return true;
        } catch (OperationRefused e) {
            giveUp(left.get().key(), by);
            return false;
        }
    }

    /**
     * Clears up what a process left that ended without a word, and goes on with its run. Nothing to be done is no fault.
     *
     * @return the run that goes on, if one was cut short so
     */
    public synchronized Optional<Run> recover(By by) {
        if (live.isPresent() || !nights.recoverFromKill()) {
            return Optional.empty();
        }
        return runs.newestUnfinished().map(run -> restart(run.key(), by));
    }

    /**
     * Gives up a run that was cut short, so that another can be started. What it has recorded stays.
     *
     * @throws OperationRefused where it is on, or over
     */
    public synchronized void giveUp(String key, By by) {
        Run run = find(key);
        requireOpen(run);
        check(by);
        if (live.filter(one -> one.key().equals(key)).isPresent()) {
            throw new OperationRefused(Reason.BUSY, key + " is running; stop it first");
        }
        inOne(() -> {
            runs.end(key, RunStatus.ABANDONED);
            return log.add(by, "give-up", key, "{}", "given up");
        });
    }

    private Run find(String key) {
        return runs.find(key).orElseThrow(() -> new OperationRefused(Reason.UNKNOWN, "there is no run '" + key + "'"));
    }

    private static void requireOpen(Run run) {
        if (run.status() != RunStatus.OPEN) {
            throw new OperationRefused(
                    Reason.STATE, run.key() + " is over (" + run.status().word() + "); start a new run instead");
        }
    }

    private Run begin(Run run) {
        live = Optional.of(run);
        stopping = false;
        worker.execute(() -> execute(run));
        return run;
    }

    private void execute(Run run) {
        String result = "failed";
        if (isStopping()) {
            end(run, "stopped");
            return;
        }
        try {
            Nights.Outcome outcome = nights.execute(run);
            result = outcome.run().status() == RunStatus.OPEN
                    ? cutShort(outcome)
                    : outcome.run().status().word();
        } catch (RuntimeException e) {
            // The message of an unforeseen fault may quote data, so only its kind is kept.
            result = "failed: " + e.getClass().getSimpleName();
        } finally {
            showNow();
            end(run, result);
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

    private synchronized void end(Run run, String result) {
        live = Optional.empty();
        notifyAll();
        inOne(() -> log.end(run, result));
    }

    /** Stops what is on at its next chunk and waits for it, so that a restart finds everything in order. */
    @PreDestroy
    void shutDown() throws InterruptedException {
        live().ifPresent(this::stopForNow);
        worker.shutdown();
        if (!worker.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    private synchronized void stopForNow(Run run) {
        stopping = true;
        nights.stop(run);
    }
}
