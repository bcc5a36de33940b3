package org.trainingaudit.cluster;

import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.operate.FencedWork;
import org.trainingaudit.setup.BrokerSettings;

/** Makes a program deal the shares of its steps to workers instead of working on them itself. */
@Configuration(proxyBeanMethods = false)
@Import({JdbcClaims.class, BrokerBeans.class})
public class ManagerFace {

    /** A share that was taken so often kills whoever takes it. */
    private static final int TURNS = 10;

    @Bean
    OwnBroker ownBroker(org.trainingaudit.setup.Configuration setup, BrokerKey key) {
        BrokerSettings settings = setup.settings().broker();
        return settings.url().isPresent() ? OwnBroker.none() : OwnBroker.start(settings, key);
    }

    @Bean
    PartitionHandler remoteShares(
            org.trainingaudit.setup.Configuration setup,
            JdbcClaims claims,
            JobRepository repository,
            Broker broker,
            OfferText texts,
            FencedWork fenced,
            Progress progress,
            ShareMeter meter) {
        BrokerSettings settings = setup.settings().broker();
        return new RemoteShares(
                settings.shares(),
                new Dealer.Limits(settings.silence(), settings.patience(), TURNS),
                setup.sha256(),
                claims,
                repository,
                () -> new Mail(broker),
                texts,
                fenced,
                progress,
                meter);
    }
}
