package org.trainingaudit.nightly;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.trail.Trail;

/**
 * Gives waiting entries their places, some thousands in a transaction of its own: while a step goes on, so that the queue
 * stays short however many uses a night has, and before a seal, until none waits.
 */
@Component
class Sequencer {

    private static final int AT_A_TIME = 50_000;
    private static final int EVERY = 8;

    private final Trail trail;
    private final TransactionTemplate apart;
    private final AtomicInteger chunks = new AtomicInteger();
    private final AtomicBoolean busy = new AtomicBoolean();

    Sequencer(Trail trail, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Says that the transaction of this thread submits a chunk's entries; every few of them are given their places after it. */
    void follow() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (chunks.incrementAndGet() % EVERY == 0) {
                    some();
                }
            }
        });
    }

    /** One thread does it at a time; the others go on. */
    private void some() {
        if (busy.compareAndSet(false, true)) {
            try {
                apart.executeWithoutResult(status -> trail.sequence(AT_A_TIME));
            } finally {
                busy.set(false);
            }
        }
    }

    /** In the caller's transaction; whether any entry waited. */
    boolean sequenced() {
        return trail.sequence(AT_A_TIME).entries() > 0;
    }
}
