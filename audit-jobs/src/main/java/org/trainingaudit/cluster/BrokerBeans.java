package org.trainingaudit.cluster;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trainingaudit.setup.BrokerSettings;

/** What manager and worker both need to speak to each other. */
@Configuration(proxyBeanMethods = false)
class BrokerBeans {

    @Bean
    BrokerKey brokerKey(
            org.trainingaudit.setup.Configuration setup, @Value("${" + Together.KEY_FILE + ":}") String keyFile) {
        return Together.key(
                setup.settings().broker(),
                Optional.of(keyFile).filter(file -> !file.isEmpty()).map(Path::of));
    }

    @Bean
    Broker broker(org.trainingaudit.setup.Configuration setup, BrokerKey key) {
        BrokerSettings settings = setup.settings().broker();
        return Broker.of(settings, key);
    }

    @Bean
    OfferText offerText(BrokerKey key) {
        return new OfferText(key);
    }

    @Bean
    ShareMeter shareMeter(MeterRegistry meters) {
        return new ShareMeter(meters);
    }
}
