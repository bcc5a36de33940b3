package org.trainingaudit.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Work that is done again and again. */
class RoundsTest {

    /** A night that would need more memory than there is must not be the last that starts. */
    @Test
    void goOnAfterAnyFault() throws InterruptedException {
        Rounds rounds = new Rounds("rounds-test", "what is tried here");
        CountDownLatch rest = new CountDownLatch(3);
        rounds.every(Duration.ofMillis(1), () -> {
            rest.countDown();
            throw new OutOfMemoryError("as if");
        });
        try {
            assertThat(rest.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            rounds.end();
        }
    }
}
