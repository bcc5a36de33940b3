package org.trainingaudit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.trainingaudit.nightly.MemoryDatabase;

class AccountsTest {

    private final MemoryDatabase database = new MemoryDatabase();

    @SuppressWarnings("deprecation") // kept in clear here alone: hashing isn't what is tested, and takes half a second
    private final Accounts accounts = new Accounts(
            database.client,
            new DataSourceTransactionManager(database.source),
            NoOpPasswordEncoder.getInstance(),
            Clock.systemUTC());

    @BeforeEach
    void addAdministrators() {
        database.migrate();
        for (String name : List.of("anna", "ben")) {
            accounts.add(name, Role.ADMINISTRATOR, "", "a phrase of nobody's own");
        }
        accounts.add("olga", Role.OPERATOR, "", "a phrase of nobody's own");
    }

    @Test
    void keepTheLastAdministrator() {
        accounts.setEnabled("anna", false);
        accounts.setEnabled("olga", false);
        assertThatThrownBy(() -> accounts.setEnabled("ben", false))
                .isInstanceOf(BadAccount.class)
                .hasMessageContaining("'ben' is the last administrator");
        assertThatThrownBy(() -> accounts.setEnabled("nobody", false))
                .isInstanceOf(BadAccount.class)
                .hasMessageContaining("no account 'nobody'");
        assertThat(accounts.hasAdministrator()).isTrue();
    }

    @RepeatedTest(20)
    void keepOneOfTwoAdministratorsWhoShutEachOther() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            both.invokeAll(List.of(shutting("anna", together), shutting("ben", together)));
        } finally {
            both.shutdown();
        }
        assertThat(accounts.hasAdministrator()).isTrue();
    }

    private Callable<Boolean> shutting(String name, CyclicBarrier together) {
        return () -> {
            together.await();
            accounts.setEnabled(name, false);
            return true;
        };
    }
}
