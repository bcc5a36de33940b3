package years;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trainingaudit.AuditApplication;

/** The program on a day of one year or another; in a package of its own, so that the program itself doesn't find it. */
public final class InYear {

    private InYear() {}

    /** Late in 2026. */
    @Configuration(proxyBeanMethods = false)
    @Import(AuditApplication.class)
    public static class Old {
        @Bean
        Clock clockOf2026() {
            return Clock.fixed(Instant.parse("2026-11-21T03:00:00Z"), ZoneOffset.UTC);
        }
    }

    /** The first day of 2027 in Tokyo, while it is still 2026 in London. */
    @Configuration(proxyBeanMethods = false)
    @Import(AuditApplication.class)
    public static class New {
        @Bean
        Clock clockOf2027() {
            return Clock.fixed(Instant.parse("2026-12-31T18:00:00Z"), ZoneOffset.UTC);
        }
    }
}
