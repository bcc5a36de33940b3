package org.trainingaudit.operate;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.trainingaudit.database.DatabaseInUse;
import org.trainingaudit.nightly.Progress;

/** Keeps the lease alive by a thread of its own, and waits for it where somebody sits before a command. */
@Component
class LeaseKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final int EVERY_SECONDS = 5;
    private static final int TRIES = (int) (Lease.LASTS.toSeconds() / EVERY_SECONDS) + 2;

    private final Lease lease;
    private final Progress progress;
    private final Rounds rounds = new Rounds("lease", "renewing the lease");

    LeaseKeeper(Lease lease, Progress progress) {
        this.lease = lease;
        this.progress = progress;
        rounds.every(Duration.ofSeconds(EVERY_SECONDS), this::renew);
    }

    private void renew() {
        if (!lease.renew()) {
            LOG.error("another process has taken over, because this one was silent for longer than its lease;"
                    + " what it still does is not kept");
        }
    }

    /**
     * The lease, once its holder is known to be dead.
     *
     * @throws DatabaseInUse where it lives
     */
    long await() {
        Lease.State seen = lease.state();
        for (int i = 0; i < TRIES; i++) {
            Optional<Long> fence = lease.take();
            if (fence.isPresent()) {
                return fence.get();
            }
            if (i == 0) {
                progress.note(seen.holder() + " works on runs; waiting to see whether it is alive.");
            }
            pause();
            Lease.State now = lease.state();
            if (!now.isFree() && (now.beat() != seen.beat() || now.fence() != seen.fence())) {
                break;
            }
        }
        throw DatabaseInUse.of("runs are worked on by " + lease.state().holder() + "; wait until it has finished");
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(EVERY_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DatabaseInUse.of("interrupted while waiting for whoever works on runs");
        }
    }

    @PreDestroy
    void end() {
        rounds.end();
    }
}
