package org.trainingaudit.nightly;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.core.task.TaskDecorator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.trainingaudit.finding.Findings;
import org.trainingaudit.finding.Waivers;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Commitments;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.trail.TrailPlaces;
import org.trainingaudit.use.Attestations;
import org.trainingaudit.use.ColumnReviews;

/** What the steps share. */
@Configuration(proxyBeanMethods = false)
class NightlyBeans {

    @Bean
    @Fallback
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @StepScope
    StepRun stepRun(
            Runs runs, @Value("#{jobParameters['run']}") String run, @Value("#{stepExecution}") StepExecution step) {
        return new StepRun(runs.get(run), step);
    }

    /** A bean, so that its threads end with the program. */
    @Bean
    ThreadPoolTaskExecutor partitionThreads(
            org.trainingaudit.setup.Configuration setup, ObjectProvider<TaskDecorator> decorator) {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(setup.settings().nightly().partitions());
        threads.setThreadNamePrefix("share-");
        threads.setDaemon(true);
        decorator.ifAvailable(threads::setTaskDecorator);
        return threads;
    }

    /** Text that a person can read and that names no class beyond its allow-list. */
    @Bean
    ExecutionContextSerializer executionContextSerializer() {
        return new JacksonExecutionContextStringSerializer();
    }

    @Bean
    Findings findings(JdbcClient jdbc, JdbcTemplate batches) {
        return new Findings(jdbc, batches);
    }

    @Bean
    Waivers waivers(JdbcClient jdbc, JdbcTemplate batches) {
        return new Waivers(jdbc, batches);
    }

    @Bean
    Attestations attestations(JdbcClient jdbc, org.trainingaudit.setup.Configuration setup) {
        return new Attestations(jdbc, setup.facts());
    }

    @Bean
    ColumnReviews columnReviews(JdbcClient jdbc) {
        return new ColumnReviews(jdbc);
    }

    @Bean
    Trail trail(
            Places places,
            org.trainingaudit.setup.Configuration setup,
            JdbcTemplate jdbc,
            Clock clock,
            ObjectProvider<ReplayFrom> replay,
            ObjectProvider<TrailOpening> opening,
            PlatformTransactionManager transactions) {
        TrailPlaces trail = setup.settings().trail().places(places.data());
        replay.ifAvailable(from -> from.run(trail, jdbc, clock, transactions));
        return opening.getIfAvailable(() -> Trail::open)
                .open(trail, setup.settings().trail().log(), jdbc, clock);
    }

    @Bean
    Commitments commitments(JdbcTemplate jdbc) {
        return new Commitments(jdbc, new SecureRandom());
    }
}
