package crash;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trainingaudit.AuditApplication;
import org.trainingaudit.cli.AuditCommand;

/**
 * A serving program in a child JVM, whose clock goes on from one moment, with {@link #QUICK} ten times as fast. Its n-th commit
 * on a thread that works on a share is its last: {@code kill -9}; with 0 it lives. Arguments: which commit, then the command
 * line.
 */
public final class Worker {

    /** The property that makes the clock go faster, so that a dead manager is soon known as dead. */
    public static final String QUICK = "crash.quick";

    private Worker() {}

    public static void main(String[] arguments) {
        LastCommit.is(arguments[0]);
        System.exit(AuditCommand.execute(Application.class, Arrays.copyOfRange(arguments, 1, arguments.length)));
    }

    @Configuration(proxyBeanMethods = false)
    @Import(AuditApplication.class)
    static class Application {

        @Bean
        Clock goingOn() {
            if (Boolean.getBoolean(QUICK)) {
                return QuickClock.started();
            }
            Clock real = Clock.systemUTC();
            return Clock.offset(real, Duration.between(real.instant(), Instant.parse("2026-11-21T03:00:00Z")));
        }

        @Bean
        static BeanPostProcessor countCommits() {
            return new LastCommit(() -> Thread.currentThread().getName().equals("share"));
        }
    }
}
