package org.trainingaudit.operate;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;
import org.trainingaudit.nightly.NightlyJob;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.nightly.RunStatus;
import org.trainingaudit.nightly.Runs;

/** What became of each run: when, how often restarted, and how far each of its steps came. */
@Component
public class RunHistory {

    private final JobRepository repository;
    private final Runs runs;
    private final Operations operations;
    private final Progress progress;

    RunHistory(JobRepository repository, Runs runs, Operations operations, Progress progress) {
        this.repository = repository;
        this.runs = runs;
        this.operations = operations;
        this.progress = progress;
    }

    /**
     * A run and what became of it.
     *
     * @param started when it first began; empty while it hasn't
     * @param ended when it last ended; empty while it is on
     * @param restarts how often it was gone on with
     * @param steps its steps and their shares over all restarts, the oldest first
     */
    public record Course(
            Run run,
            RunState state,
            Optional<Instant> started,
            Optional<Instant> ended,
            int restarts,
            List<Step> steps) {
        public Course {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step, or one share of it.
     *
     * @param state {@code completed}, {@code started}, {@code failed}, {@code stopped}
     * @param read things it read
     * @param written things it finished
     */
    public record Step(
            String name, String state, Optional<Instant> started, Optional<Instant> ended, long read, long written) {}

    /** Where the newest run stands, if there is one. */
    public Optional<RunState> newest() {
        return runs.page("", 1).stream().findFirst().map(run -> state(run, executions(run)));
    }

    /** A run as faces show it. */
    public RunView view(Run run) {
        return RunView.of(of(run), progress instanceof LiveProgress live ? live.step() : Optional.empty());
    }

    /** What became of a run. */
    public Course of(Run run) {
        List<JobExecution> executions = executions(run);
        RunState state = state(run, executions);
        Optional<Instant> started = executions.stream().findFirst().flatMap(one -> instant(one.getStartTime()));
        Optional<Instant> ended = state == RunState.RUNNING
                ? Optional.empty()
                : last(executions).flatMap(one -> instant(one.getEndTime()));
        List<Step> steps = executions.stream()
                .map(JobExecution::getStepExecutions)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(StepExecution::getId))
                .map(RunHistory::step)
                .toList();
        return new Course(run, state, started, ended, Math.max(0, executions.size() - 1), steps);
    }

    private List<JobExecution> executions(Run run) {
        JobInstance instance = repository.getJobInstance(
                NightlyJob.NAME,
                new JobParametersBuilder().addString(NightlyJob.RUN, run.key()).toJobParameters());
        if (instance == null) {
            return List.of();
        }
        return repository.getJobExecutions(instance).stream()
                .sorted(Comparator.comparing(JobExecution::getId))
                .toList();
    }

    private RunState state(Run run, List<JobExecution> executions) {
        if (run.status() != RunStatus.OPEN) {
            return RunState.valueOf(run.status().name());
        }
        if (operations.isOn(run.key())) {
            return RunState.RUNNING;
        }
        BatchStatus status = last(executions).map(JobExecution::getStatus).orElse(BatchStatus.UNKNOWN);
        return switch (status) {
            case STOPPED, STOPPING -> RunState.STOPPED;
            case FAILED -> RunState.FAILED;
            default -> RunState.INTERRUPTED;
        };
    }

    private static Optional<JobExecution> last(List<JobExecution> executions) {
        return executions.isEmpty() ? Optional.empty() : Optional.of(executions.get(executions.size() - 1));
    }

    private static Step step(StepExecution step) {
        String state = step.getStatus().name().toLowerCase(Locale.ROOT);
        return new Step(
                step.getStepName(),
                state,
                instant(step.getStartTime()),
                instant(step.getEndTime()),
                step.getReadCount(),
                step.getWriteCount());
    }

    /** The framework keeps times of the machine's own zone. */
    private static Optional<Instant> instant(@Nullable LocalDateTime time) {
        return Optional.ofNullable(time)
                .map(local -> local.atZone(ZoneId.systemDefault()).toInstant());
    }
}
