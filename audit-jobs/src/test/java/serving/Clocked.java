package serving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trainingaudit.AuditApplication;

/** The program with a clock that a test moves; in a package of its own, so that the program itself doesn't find it. */
@Configuration(proxyBeanMethods = false)
@Import(AuditApplication.class)
public class Clocked {

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.EPOCH);

    public static void set(String now) {
        NOW.set(Instant.parse(now));
    }

    public static void pass(Duration time) {
        NOW.updateAndGet(now -> now.plus(time));
    }

    @Bean
    Clock movedClock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return NOW.get();
            }
        };
    }
}
