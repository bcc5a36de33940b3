package org.trainingaudit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import serving.ToldClock;

/** How guessing is slowed down. */
class ThrottleTest {

    private Instant now = Instant.parse("2026-11-21T03:00:00Z");
    private final Throttle throttle = new Throttle(new ToldClock(() -> now));

    @Test
    void letsAFewMistakesPass() {
        fail("ann", "here", Throttle.FREE_FOR_ACCOUNT - 1);
        assertThat(throttle.wait("ann", "here")).isZero();
        fail("ann", "here", 1);
        assertThat(throttle.wait("ann", "here")).isPositive();
        assertThat(throttle.wait("bob", "there")).isZero();
    }

    @Test
    void doublesTheWaitUpToAQuarterOfAnHour() {
        fail("ann", "here", Throttle.FREE_FOR_ACCOUNT);
        Duration first = throttle.wait("ann", "elsewhere");
        fail("ann", "here", 1);
        assertThat(throttle.wait("ann", "elsewhere")).isEqualTo(first.multipliedBy(2));
        fail("ann", "here", 1000);
        assertThat(throttle.wait("ann", "elsewhere")).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void slowsOneSourceThatTriesManyNames() {
        for (int i = 0; i < Throttle.FREE_FOR_SOURCE; i++) {
            fail("name-" + i, "here", 1);
        }
        assertThat(throttle.wait("another", "here")).isPositive();
        throttle.succeeded("another");
        assertThat(throttle.wait("another", "here"))
                .as("an own account frees no source")
                .isPositive();
    }

    @Test
    void forgetsInTimeAndWithTheRightPassword() {
        fail("ann", "here", Throttle.FREE_FOR_ACCOUNT);
        throttle.succeeded("ann");
        assertThat(throttle.wait("ann", "here")).isZero();
        fail("ann", "here", Throttle.FREE_FOR_ACCOUNT);
        now = now.plus(Duration.ofHours(1));
        fail("ann", "here", 1);
        assertThat(throttle.wait("ann", "here")).isZero();
    }

    private void fail(String account, String source, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(account, source);
        }
    }
}
