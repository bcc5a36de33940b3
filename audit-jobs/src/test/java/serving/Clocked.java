package serving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.trainingaudit.AuditApplication;
import org.trainingaudit.schedule.ConfigurationWatch;

/**
 * The program with a clock that a test moves, a quick eye on its configuration, and passwords hashed by a thousandth of the usual rounds, which otherwise take the
 * better part of a test that serves; in a package of its own, so that the program itself doesn't find it.
 */
@Configuration(proxyBeanMethods = false)
@Import(AuditApplication.class)
public class Clocked {

    private static final int SALT_BYTES = 16;
    private static final int ROUNDS = 310;

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.EPOCH);

    private static final ThreadLocal<Runnable> ASKED = ThreadLocal.withInitial(() -> () -> {});

    public static void set(String now) {
        NOW.set(Instant.parse(now));
    }

    public static void pass(Duration time) {
        NOW.updateAndGet(now -> now.plus(time));
    }

    /** Has something happen each time that this thread asks for the time, which tells where it is. */
    public static void whenAsked(Runnable work) {
        ASKED.set(work);
    }

    @Bean
    @Primary
    PasswordEncoder quickPasswords() {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    @Bean
    @Primary
    ConfigurationWatch.Pace quickLooks() {
        return new ConfigurationWatch.Pace(Duration.ofMillis(200));
    }

    @Bean
    Clock movedClock() {
        return new ToldClock(() -> {
            ASKED.get().run();
            return NOW.get();
        });
    }
}
