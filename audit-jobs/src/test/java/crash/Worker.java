package crash;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
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
 * A serving program in a child JVM, whose clock goes on from one moment. Its n-th commit on a thread that works on a share is
 * its last: {@code kill -9}; with 0 it lives. Arguments: which commit, then the command line.
 */
public final class Worker {

    private static final AtomicInteger COMMITS_LEFT = new AtomicInteger();

    private Worker() {}

    public static void main(String[] arguments) {
        COMMITS_LEFT.set(Integer.parseInt(arguments[0]));
        System.exit(AuditCommand.execute(Application.class, Arrays.copyOfRange(arguments, 1, arguments.length)));
    }

    @Configuration(proxyBeanMethods = false)
    @Import(AuditApplication.class)
    static class Application {

        @Bean
        Clock goingOn() {
            Clock real = Clock.systemUTC();
            return Clock.offset(real, Duration.between(real.instant(), Instant.parse("2026-11-21T03:00:00Z")));
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

    private static final class Counting extends DelegatingDataSource {
        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                        try {
                            boolean last = method.getName().equals("commit")
                                    && Thread.currentThread().getName().equals("share")
                                    && COMMITS_LEFT.decrementAndGet() == 0;
                            Object result = method.invoke(real, args);
                            if (last) {
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
            new CountDownLatch(1).await();
        }
    }
}
