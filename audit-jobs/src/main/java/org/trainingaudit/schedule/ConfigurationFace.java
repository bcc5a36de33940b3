package org.trainingaudit.schedule;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What looks after the configuration folder, for a program that serves and has no schedule. */
@Configuration(proxyBeanMethods = false)
@Import({ConfigurationWatch.class, ConfigurationHealth.class})
public class ConfigurationFace {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    @Bean
    ConfigurationWatch.Pace pace() {
        return new ConfigurationWatch.Pace(BETWEEN_LOOKS);
    }
}
