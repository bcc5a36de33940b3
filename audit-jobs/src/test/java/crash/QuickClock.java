package crash;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trainingaudit.AuditApplication;

/** The program on the day of the still clock, with one that goes ten times as fast, so that a dead process is soon known as dead. */
@Configuration(proxyBeanMethods = false)
@Import(AuditApplication.class)
public class QuickClock {

    @Bean
    Clock quick() {
        return started();
    }

    static Clock started() {
        return new Quick(Instant.parse("2026-11-21T03:00:00Z"), System.nanoTime());
    }

    private static final class Quick extends Clock {

        private static final int TIMES = 10;

        private final Instant start;
        private final long begun;

        Quick(Instant start, long begun) {
            this.start = start;
            this.begun = begun;
        }

        @Override
        public Instant instant() {
            return start.plus(Duration.ofNanos((System.nanoTime() - begun) * TIMES));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
