package org.trainingaudit.nightly;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.stereotype.Component;

/** A job of only some of a night's steps. */
@Component
class BenchSteps {

    private final Map<String, Step> steps;
    private final JobRepository jobs;

    BenchSteps(Map<String, Step> steps, JobRepository jobs) {
        this.steps = steps;
        this.jobs = jobs;
    }

    Job of(List<String> names) {
        SimpleJobBuilder job = new JobBuilder("part-of-a-night", jobs).start(step(names.get(0)));
        names.subList(1, names.size()).forEach(name -> job.next(step(name)));
        return job.build();
    }

    private Step step(String name) {
        return Objects.requireNonNull(steps.get(name), name);
    }
}
