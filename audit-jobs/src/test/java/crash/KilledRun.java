package crash;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.trainingaudit.AuditApplication;
import org.trainingaudit.cli.AuditCommand;

/**
 * The program in a child JVM that a real {@code kill -9} ends at its n-th commit; with 0 it runs to its end. The clock
 * stands still, so that two runs can be compared. Arguments: which commit, then the command line.
 */
public final class KilledRun {

    private static final AtomicInteger COMMITS_LEFT = new AtomicInteger();

    private KilledRun() {}

    public static void main(String[] arguments) {
        COMMITS_LEFT.set(Integer.parseInt(arguments[0]));
        String[] command = Arrays.copyOfRange(arguments, 1, arguments.length);
        int code = AuditCommand.execute(Application.class, command);
        System.err.println("COMMITS " + -COMMITS_LEFT.get());
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
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? new Counting(source) : bean;
                }
            };
        }
    }

    /** Kills after the commit has reached the disk: what is committed must be found, what is not must be done again. */
    private static final class Counting extends DelegatingDataSource {
        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                        try {
                            Object result = method.invoke(real, args);
                            if (method.getName().equals("commit") && COMMITS_LEFT.decrementAndGet() == 0) {
                                kill();
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        }

        private static void kill() throws IOException, InterruptedException {
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start();
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }
}
