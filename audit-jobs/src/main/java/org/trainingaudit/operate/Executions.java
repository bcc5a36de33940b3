package org.trainingaudit.operate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;
import org.trainingaudit.database.Causes;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.nightly.NightlyJob;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.nightly.Run;

/** How the framework executes runs: starts, goes on with, stops and clears up after them. */
@Component
final class Executions {

    private final Job job;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Progress progress;

    Executions(Job job, JobOperator operator, JobRepository repository, Progress progress) {
        this.job = job;
        this.operator = operator;
        this.repository = repository;
        this.progress = progress;
    }

    /** Executes a run to its end, going on where an earlier execution of it ended. */
    JobExecution start(Run run) throws JobExecutionException {
        JobParameters parameters =
                new JobParametersBuilder().addString(NightlyJob.RUN, run.key()).toJobParameters();
        JobInstance instance = repository.getJobInstance(NightlyJob.NAME, parameters);
        if (instance == null) {
            return operator.start(job, parameters);
        }
        JobExecution last = repository.getLastJobExecution(instance);
        if (last == null) {
            // Killed between the two inserts; the empty instance would block its key for good.
            repository.deleteJobInstance(instance);
            return operator.start(job, parameters);
        }
        return operator.restart(last);
    }

    /** Stops that run at its next chunk, whichever process executes it. */
    void stop(Run run) {
        for (JobExecution execution : repository.findRunningJobExecutions(NightlyJob.NAME)) {
            if (run.key().equals(execution.getJobParameters().getString(NightlyJob.RUN))) {
                stop(execution);
            }
        }
    }

    private void stop(JobExecution execution) {
        try {
            operator.stop(execution);
        } catch (JobExecutionException e) {
            // It has just ended by itself, which is what was wanted.
            progress.note("The run was over before it could be stopped.");
        }
    }

    /** Whether any is said to be running. */
    boolean areLeft() {
        return !repository.findRunningJobExecutions(NightlyJob.NAME).isEmpty();
    }

    /** Clears up those whose process is known to be dead; whether there were any. */
    boolean recover() {
        Set<JobExecution> left = repository.findRunningJobExecutions(NightlyJob.NAME);
        left.forEach(operator::recover);
        return !left.isEmpty();
    }

    /** What went wrong, one line each, without personal values. */
    static List<String> failures(JobExecution execution) {
        List<String> failures = execution.getAllFailureExceptions().stream()
                .map(Executions::cause)
                .distinct()
                .collect(Collectors.toList());
        if (failures.isEmpty()) {
            failures.add("the run ended as " + execution.getStatus());
        }
        return List.copyOf(failures);
    }

    /**
     * The framework wraps every cause in the same sentence, so the innermost one is what an operator wants to read; of a
     * disk's fault our own words, which name the file.
     */
    static String cause(Throwable fault) {
        return DiskFault.in(fault)
                .map(disk -> String.valueOf(disk.getMessage()))
                .orElseGet(() -> innermost(fault));
    }

    private static String innermost(Throwable fault) {
        Throwable cause = Causes.of(fault).reduce(fault, (outer, inner) -> inner);
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
