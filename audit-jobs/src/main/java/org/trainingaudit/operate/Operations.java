package org.trainingaudit.operate;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.finding.WaiverRefused;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.nightly.RunStatus;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.operate.OperationRefused.Reason;
import org.trainingaudit.setup.Configuration;
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
    private static final String TRAIL = "trail";

    private final Nights nights;
    private final Runs runs;
    private final OperationLog log;
    private final StartKeys keys;
    private final LiveRun live;
    private final Lease lease;
    private final FencedWork fenced;
    private final TransactionTemplate transaction;
    private final Configuration setup;
    private final FreeText freeText;

    Operations(
            Nights nights,
            Runs runs,
            OperationLog log,
            StartKeys keys,
            LiveRun live,
            Lease lease,
            FencedWork fenced,
            PlatformTransactionManager transactions,
            Configuration setup) {
        this.nights = nights;
        this.runs = runs;
        this.log = log;
        this.keys = keys;
        this.live = live;
        this.lease = lease;
        this.fenced = fenced;
        this.transaction = new TransactionTemplate(transactions);
        this.setup = setup;
        this.freeText = new FreeText(setup);
    }

    /** The run that is on, while one is. */
    public Optional<Run> live() {
        return live.get();
    }

    /** Waits until no run is on. */
    public void awaitIdle() throws InterruptedException {
        live.awaitIdle();
    }

    /**
     * Starts a manual run or a trial. Asked twice under one key, it starts once and both get the same run.
     *
     * @param key of at most 128 characters
     * @throws OperationRefused where another run is on, or one that was cut short waits, or the key was used for something
     *     else
     * @throws org.trainingaudit.config.ConfigurationException where a source, a regime or a step doesn't exist
     */
    public synchronized Run start(RunRequest request, By by, Optional<String> key) {
        Optional<Run> before = key.flatMap(one -> keys.find(by, one, request));
        if (before.isPresent()) {
            return before.get();
        }
        Scope.check(request, setup);
        check(by);
        return begin(() -> {
            requireNoneLeft();
            return inOne(() -> {
                Run opened = nights.open(request, by);
                key.ifPresent(one -> keys.note(by, one, request, opened));
                log.add(by, "start", opened.key(), JSON.writeValueAsString(request), "accepted");
                return opened;
            });
        });
    }

    /** Begins the run that the work prepares, both under the lease; without it nothing is done. */
    private Run begin(Supplier<Run> work) {
        live.get().ifPresent(run -> {
            throw new OperationRefused(Reason.BUSY, run.key() + " is running; wait until it is over, or stop it first");
        });
        long fence = lease.take().orElseThrow(this::busy);
        try {
            return live.begin(fenced.call(fence, work), fence);
        } catch (RuntimeException e) {
            lease.release(fence);
            throw e;
        }
    }

    private OperationRefused busy() {
        Lease.State state = lease.state();
        String what = state.work().isEmpty() ? "a run" : state.work();
        return new OperationRefused(
                Reason.BUSY, what + " is worked on by " + state.holder() + "; wait until it is over, or stop it first");
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
        return Optional.of(begin(() -> {
            requireNoneLeft();
            return inOne(() -> {
                Run opened = nights.openNightly(businessDate, by);
                log.add(by, "start", opened.key(), "{}", "accepted");
                return opened;
            });
        }));
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

    private void requireNoneLeft() {
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
        boolean elsewhere = isElsewhere(key);
        if (!live.is(key) && !elsewhere) {
            throw new OperationRefused(Reason.STATE, key + " isn't running, so it can't be stopped");
        }
        inOne(() -> log.add(by, "stop", key, "{}", "asked to stop at the next chunk"));
        if (elsewhere) {
            nights.stop(run);
        } else {
            live.stop(run);
        }
    }

    /** Whether that run is on, here or in another process. */
    boolean isOn(String key) {
        return live.is(key) || isElsewhere(key);
    }

    /** Whether another process executes that run, as far as anybody knows. */
    private boolean isElsewhere(String key) {
        return lease.elsewhere().filter(state -> state.work().equals(key)).isPresent();
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
        return begin(() -> goOn(run, by));
    }

    private Run goOn(Run run, By by) {
        try {
            nights.recoverFromKill();
            nights.refuseIfChanged(run);
        } catch (CannotRestart e) {
            throw new OperationRefused(Reason.STATE, String.valueOf(e.getMessage()));
        }
        inOne(() -> log.add(by, "restart", run.key(), "{}", "accepted"));
        return run;
    }

    /**
     * Sees to a run that was cut short, before the schedule starts another: goes on with it, or gives it up where it can't go
     * on as it began.
     *
     * @return whether it goes on now
     */
    public synchronized boolean finishFirst(By by) {
        Optional<Run> left = runs.newestUnfinished();
        if (left.isEmpty() || isAtWork()) {
            return false;
        }
        try {
            restart(left.get().key(), by);
            return true;
        } catch (OperationRefused e) {
            if (e.reason() == Reason.STATE) {
                giveUp(left.get().key(), by);
            }
            return false;
        }
    }

    /**
     * Clears up what a process left that ended without a word, and goes on with its run. Nothing to be done is no fault, nor
     * that it isn't sure yet that the process is dead; call it now and then.
     *
     * @return the run that goes on, if one was cut short so and can go on as it began
     */
    public synchronized Optional<Run> recover(By by) {
        if (live.get().isPresent() || !isLeftBehind()) {
            return Optional.empty();
        }
        Optional<Long> fence = lease.take();
        fence.ifPresent(held -> {
            fenced.call(held, nights::recoverFromKill);
            lease.release(held);
        });
        return fence.flatMap(held -> runs.newestUnfinished()).flatMap(run -> restartIfPossible(run, by));
    }

    private boolean isLeftBehind() {
        return nights.isAnythingLeft()
                || lease.elsewhere()
                        .filter(state -> !state.work().equals(TRAIL))
                        .isPresent();
    }

    private Optional<Run> restartIfPossible(Run run, By by) {
        try {
            return Optional.of(restart(run.key(), by));
        } catch (OperationRefused e) {
            LOG.warn("{} was cut short and isn't gone on with: {}", run.key(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether a run is on, here or in another process that shares the database. */
    public boolean isAtWork() {
        return live.get().isPresent() || lease.elsewhere().isPresent();
    }

    /**
     * Looks after the trail while no process works on it.
     *
     * @return whether it could be done now
     */
    public synchronized boolean lookAfterTrail(Runnable work) {
        Optional<Long> fence = isAtWork() ? Optional.empty() : lease.take();
        fence.ifPresent(held -> {
            try {
                lease.note(TRAIL);
                work.run();
            } finally {
                lease.release(held);
            }
        });
        return fence.isPresent();
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
        if (isOn(key)) {
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
}
