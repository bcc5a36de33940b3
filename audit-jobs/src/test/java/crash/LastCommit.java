package crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Ends this program with a real {@code kill -9} once so many commits have reached the disk; what is not committed must be done again. */
final class LastCommit implements BeanPostProcessor {

    private static final AtomicInteger LEFT = new AtomicInteger();

    private final BooleanSupplier counts;

    /** Counts those commits at which this is true. */
    LastCommit(BooleanSupplier counts) {
        this.counts = counts;
    }

    /** With 0 the program lives. */
    static void is(String number) {
        LEFT.set(Integer.parseInt(number));
    }

    /** How many there were of a program that lived. */
    static int counted() {
        return -LEFT.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counting(source, counts) : bean;
    }

    private static final class Counting extends DelegatingDataSource {
        private final BooleanSupplier counts;

        Counting(DataSource source, BooleanSupplier counts) {
            super(source);
            this.counts = counts;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                        try {
                            Object result = method.invoke(real, args);
                            boolean counted = method.getName().equals("commit") && counts.getAsBoolean();
                            if (counted && LEFT.decrementAndGet() == 0) {
                                LastBreath.kill();
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        }
    }
}
