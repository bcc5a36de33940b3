package crash;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trainingaudit.AuditApplication;

/** The program with a clock that stands still, so that two runs can be compared. */
@Configuration(proxyBeanMethods = false)
@Import(AuditApplication.class)
public class StillClock {

    @Bean
    Clock fixedTime() {
        return Clock.fixed(Instant.parse("2026-11-21T03:00:00Z"), ZoneOffset.UTC);
    }
}
