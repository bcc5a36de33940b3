package org.trainingaudit.cluster;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.trainingaudit.nightly.DatasetCheck;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.nightly.ShareSteps;
import org.trainingaudit.nightly.TrailOpening;
import org.trainingaudit.operate.FencedWork;
import org.trainingaudit.setup.Settings;
import org.trainingaudit.trail.Trail;

/** Makes a program work on shares that a manager deals out. It has no key of the trail, only adds to it, and starts nothing. */
@Configuration(proxyBeanMethods = false)
@Import({JdbcClaims.class, BrokerBeans.class, WorkerSecurity.class})
public class WorkerFace {

    @Bean
    TrailOpening trailOpening() {
        return Trail::submitting;
    }

    @Bean
    LeftShares leftShares() {
        return new LeftShares();
    }

    /** Another machine may see another file under the same name. */
    @Bean
    DatasetCheck datasetCheck(LeftShares left) {
        return new SameFiles(left);
    }

    /** Nobody looks at a worker's pages, so what an operator should read is in its log. */
    @Bean
    @Primary
    Progress workerProgress() {
        return new LoggedNotes();
    }

    @Bean
    ShareWorker shareWorker(
            JobRepository repository, ShareSteps steps, FencedWork fenced, JdbcClaims claims, LeftShares left) {
        return new ShareWorker(repository, steps, fenced, claims, left);
    }

    @Bean
    Workers workers(
            org.trainingaudit.setup.Configuration setup,
            Broker broker,
            OfferText texts,
            JdbcClaims claims,
            ShareWorker worker,
            LeftShares left,
            ShareMeter meter,
            MeterRegistry meters) {
        Settings settings = setup.settings();
        Desk desk = new Desk(texts, claims, setup.sha256(), left, meter);
        Workers workers = new Workers(
                broker,
                desk,
                worker,
                setup.sha256(),
                settings.nightly().partitions(),
                settings.broker().silence());
        Gauge.builder("audit.shares.held", worker, ShareWorker::held)
                .description("Shares that this worker works on")
                .register(meters);
        Gauge.builder("audit.broker.connected", workers, Workers::connected)
                .description("Connections of this worker to the broker")
                .register(meters);
        return workers;
    }
}
