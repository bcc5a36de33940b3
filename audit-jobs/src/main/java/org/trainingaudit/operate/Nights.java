package org.trainingaudit.operate;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.database.DatabaseInUse;
import org.trainingaudit.finding.Findings;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunInputs;
import org.trainingaudit.nightly.RunRequest;
import org.trainingaudit.nightly.RunStatus;
import org.trainingaudit.nightly.Runs;
import org.trainingaudit.notice.Notice;
import org.trainingaudit.notice.Notices;
import org.trainingaudit.setup.Configuration;

/** Runs the audit, or goes on with a run that was cut short. Only who holds the {@link Lease} does, so one run is on at a time. */
@Component
public class Nights {

    private static final int SECONDS_TO_STOP = 30;

    private final Executions executions;
    private final Runs runs;
    private final RunInputs inputs;
    private final Findings findings;
    private final Configuration configuration;
    private final BusinessDate date;
    private final Progress progress;
    private final Lease lease;
    private final LeaseKeeper keeper;
    private final FencedWork fenced;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final ReentrantLock executing = new ReentrantLock();
    private volatile Optional<Run> here = Optional.empty();

    Nights(
            Executions executions,
            Runs runs,
            RunInputs inputs,
            Findings findings,
            Configuration configuration,
            BusinessDate date,
            Progress progress,
            Lease lease,
            LeaseKeeper keeper,
            FencedWork fenced,
            Notices notices,
            PlatformTransactionManager transactions) {
        this.executions = executions;
        this.runs = runs;
        this.inputs = inputs;
        this.findings = findings;
        this.configuration = configuration;
        this.date = date;
        this.progress = progress;
        this.lease = lease;
        this.keeper = keeper;
        this.fenced = fenced;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * How a run came out.
     *
     * @param run the run with its final status; {@code OPEN} where it failed and can be started again
     * @param failures what went wrong, one line each, without personal values
     * @param adverseFindings how many violations are open that no waiver covers
     */
    public record Outcome(Run run, List<String> failures, long adverseFindings) {}

    /**
     * Finishes the newest unfinished run, or if there is none does what is asked.
     *
     * @throws CannotRestart where an unfinished run began with another configuration or other inputs
     * @throws DatabaseInUse where another process works on runs
     */
    public Outcome run(RunRequest request) {
        return alone(() -> finishOrDo(request));
    }

    private Outcome alone(Supplier<Outcome> work) {
        long fence = keeper.await();
        try {
            return fenced.call(fence, work);
        } finally {
            lease.release(fence);
        }
    }

    private Outcome finishOrDo(RunRequest request) {
        recoverFromKill();
        Optional<Run> unfinished = runs.newestUnfinished();
        if (unfinished.isPresent()) {
            progress.note("Going on with " + unfinished.get().key() + ", which was cut short.");
            refuseIfChanged(unfinished.get());
            return execute(unfinished.get());
        }
        return execute(open(request, By.local()));
    }

    /** Opens a run for that request, which is then to be executed. */
    Run open(RunRequest request, By by) {
        return runs.open(request, date.today(), configuration.sha256(), by.who(), by.why());
    }

    /** Opens the nightly run of that business date, which is then to be executed. */
    Run openNightly(LocalDate businessDate, By by) {
        return runs.openNightly(businessDate, configuration.sha256(), by.who(), by.why());
    }

    /** Gives up the newest unfinished run, if there is one, and does what is asked. */
    public Outcome runAnew(RunRequest request) {
        return alone(() -> {
            recoverFromKill();
            runs.newestUnfinished().ifPresent(run -> {
                progress.note("Giving up " + run.key() + ", which was cut short.");
                runs.end(run.key(), RunStatus.ABANDONED);
            });
            return finishOrDo(request);
        });
    }

    /** Whether a process has left runs as if they were on. */
    boolean isAnythingLeft() {
        return executions.areLeft();
    }

    /**
     * Holding the lease proves that whoever left these running is dead, or can't commit anything any more.
     *
     * @return whether there was anything to recover
     */
    boolean recoverFromKill() {
        return executions.recover();
    }

    /** Stops that run at its next chunk, whichever process executes it; it can be restarted. */
    void stop(Run run) {
        executions.stop(run);
    }

    void refuseIfChanged(Run run) {
        String now = configuration.sha256();
        if (!now.equals(run.configSha256())) {
            throw new CannotRestart(
                    run.key(),
                    "the configuration has changed since (then " + run.configSha256() + ", now " + now + ")");
        }
        Map<String, String> then = inputs.then(run);
        Map<String, String> today = then.isEmpty() ? Map.of() : inputs.now(run);
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(then.isEmpty() ? then.keySet() : today.keySet());
        List<String> changed = names.stream()
                .filter(name -> !then.getOrDefault(name, "absent").equals(today.getOrDefault(name, "absent")))
                .map(name -> name + " (then " + then.getOrDefault(name, "absent") + ", now "
                        + today.getOrDefault(name, "absent") + ")")
                .toList();
        if (!changed.isEmpty()) {
            throw new CannotRestart(run.key(), "inputs have changed since: " + String.join("; ", changed));
        }
    }

    Outcome execute(Run run) {
        lease.note(run.key());
        progress.run(run.key());
        executing.lock();
        here = Optional.of(run);
        try {
            return fenced.of(run.key(), () -> executed(run));
        } finally {
            here = Optional.empty();
            executing.unlock();
        }
    }

    /** Asked to end, the program stops what is on at its next chunk and waits for it, so that a restart finds all in order. */
    @PreDestroy
    void end() throws InterruptedException {
        here.ifPresent(this::stop);
        if (executing.tryLock(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            executing.unlock();
        }
    }

    private Outcome executed(Run run) {
        try {
            JobExecution execution = executions.start(run);
            Run after = runs.find(run.key()).orElse(run);
            List<String> failures =
                    execution.getStatus() == BatchStatus.COMPLETED ? List.of() : Executions.failures(execution);
            if (execution.getStatus().isUnsuccessful()) {
                transaction.executeWithoutResult(status -> notices.tell(Notice.runFailed(run.key(), date.today())));
            }
            return new Outcome(after, failures, findings.countAdverse(run.businessDate()));
        } catch (JobExecutionException e) {
            throw new IllegalStateException("run " + run.key() + " can't be started: " + Executions.cause(e), e);
        }
    }
}
