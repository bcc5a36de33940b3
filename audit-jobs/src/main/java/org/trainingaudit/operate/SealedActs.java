package org.trainingaudit.operate;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.trail.Trail;

/**
 * What persons do and the trail records: act and entry are in one transaction, and under a published checkpoint before anybody
 * is told that it is done.
 */
@Component
class SealedActs {

    private static final int AT_A_TIME = 1_000;

    private final Trail trail;
    private final TransactionTemplate transaction;

    SealedActs(Trail trail, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Does it.
     *
     * @param act changes what is kept, and gives it as it is then
     * @param entry what the trail says of that
     */
    <T> T act(Supplier<T> act, Function<T, EntryDraft> entry) {
        T done = inOne(() -> {
            T kept = act.get();
            trail.submit(entry.apply(kept));
            return kept;
        });
        while (inOne(() -> trail.sequence(AT_A_TIME)).entries() > 0) {
            // until nothing waits
        }
        trail.seal();
        return done;
    }

    private <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
