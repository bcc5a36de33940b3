package org.trainingaudit.operate;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunRequest;

/**
 * What operators do with runs: start, stop, restart, give up. One run is on at a time; it goes on in the background, and
 * what was accepted is in the database before the caller is told.
 *
 * <p>Command line, REST and console are faces of this; none of them knows more than it does. One thing at a time is done
 * here; how, is in {@link Starting}, {@link Restarting} and {@link Ending}.
 */
@Component
public class Operations {

    private final Starting starting;
    private final Restarting restarting;
    private final Ending ending;
    private final RunWork work;

    Operations(Starting starting, Restarting restarting, Ending ending, RunWork work) {
        this.starting = starting;
        this.restarting = restarting;
        this.ending = ending;
        this.work = work;
    }

    /** The run that is on, while one is. */
    public Optional<Run> live() {
        return work.live();
    }

    /** Waits until no run is on. */
    public void awaitIdle() throws InterruptedException {
        work.awaitIdle();
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
        return starting.start(request, by, key);
    }

    /**
     * Starts the nightly run of a business date, or goes on with it where it was cut short.
     *
     * @return the run; nothing where that night is over already
     * @throws OperationRefused where another run is on, or waits to be gone on with
     */
    public synchronized Optional<Run> startNightly(LocalDate businessDate, By by) {
        return starting.startNightly(businessDate, by);
    }

    /**
     * Stops the run at its next chunk. It can be restarted.
     *
     * @throws OperationRefused where it isn't on
     */
    public synchronized void stop(String key, By by) {
        ending.stop(key, by);
    }

    /** Whether that run is on, here or in another process. */
    boolean isOn(String key) {
        return ending.isOn(key);
    }

    /**
     * Goes on with a run that was stopped, failed or was cut short by a crash, at the step where it was.
     *
     * @throws OperationRefused where it is over, or another run is on, or configuration or inputs have changed since
     */
    public synchronized Run restart(String key, By by) {
        return restarting.restart(key, by);
    }

    /**
     * Sees to a run that was cut short, before the schedule starts another: goes on with it, or gives it up where it can't go
     * on as it began.
     *
     * @return whether it goes on now
     */
    public synchronized boolean finishFirst(By by) {
        return restarting.finishFirst(by);
    }

    /**
     * Clears up what a process left that ended without a word, and goes on with its run. Nothing to be done is no fault, nor
     * that it isn't sure yet that the process is dead; call it now and then.
     *
     * @return the run that goes on, if one was cut short so and can go on as it began
     */
    public synchronized Optional<Run> recover(By by) {
        return restarting.recover(by);
    }

    /** Whether a run is on, here or in another process that shares the database. */
    public boolean isAtWork() {
        return work.isAtWork();
    }

    /**
     * Begins no run from now on, since one that is begun by this configuration could not go on under the next; who asks for
     * one is told to ask again. Does nothing while a run is on.
     *
     * @return whether no run is on
     */
    public synchronized boolean handOver() {
        return work.handOver();
    }

    /**
     * Looks after the trail while no process works on it.
     *
     * @return whether it could be done now
     */
    public synchronized boolean lookAfterTrail(Runnable work) {
        return this.work.lookAfterTrail(work);
    }

    /**
     * Gives up a run that was cut short, so that another can be started. What it has recorded stays.
     *
     * @throws OperationRefused where it is on, or over
     */
    public synchronized void giveUp(String key, By by) {
        ending.giveUp(key, by);
    }
}
