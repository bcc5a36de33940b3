package crash;

import java.nio.file.FileSystems;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trainingaudit.AuditApplication;
import org.trainingaudit.cli.AuditCommand;

/**
 * The program in a child JVM that a real {@code kill -9} ends at its n-th commit; with 0 it runs to its end. The clock
 * stands still, so that two runs can be compared. Arguments: which commit, then the command line.
 */
public final class KilledRun {

    private KilledRun() {}

    public static void main(String[] arguments) {
        LastCommit.is(arguments[0]);
        String[] command = Arrays.copyOfRange(arguments, 1, arguments.length);
        int code = AuditCommand.execute(Application.class, command);
        System.err.println("COMMITS " + LastCommit.counted());
        if (FileSystems.getDefault().provider() instanceof FaultyDisk disk) {
            System.err.println("CALLS " + disk.calls());
        }
        System.exit(code);
    }

    @Configuration(proxyBeanMethods = false)
    @Import(AuditApplication.class)
    static class Application {

        @Bean
        Clock stillClock() {
            return Clock.fixed(Instant.parse("2026-11-21T03:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        static BeanPostProcessor countCommits() {
            return new LastCommit(() -> true);
        }
    }
}
