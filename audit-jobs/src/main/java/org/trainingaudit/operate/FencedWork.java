package org.trainingaudit.operate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.task.TaskDecorator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Binds threads to the lease under which they work: each of their transactions, the framework's own among them, ends by
 * asking whether the lease is still that of the process that works on runs. The run's key goes with it into each line of the
 * log.
 */
@Component
public class FencedWork implements TransactionExecutionListener, TaskDecorator {

    private static final String RUN = "run";

    /** Provided, because the transaction manager is made before what needs one. */
    private final ObjectProvider<Lease> lease;

    private final ThreadLocal<Optional<Bond>> under = ThreadLocal.withInitial(Optional::empty);

    /** What a thread is bound to: a fence, and what else has to hold when it commits. */
    private record Bond(long fence, Runnable condition) {}

    FencedWork(ObjectProvider<Lease> lease) {
        this.lease = lease;
    }

    /** Does work under a fence. */
    public <T> T call(long fence, Supplier<T> work) {
        return call(fence, () -> {}, work);
    }

    /**
     * Does work under a fence and a condition.
     *
     * @param condition throws, in the transaction that is about to be committed, where it doesn't hold any more
     */
    public <T> T call(long fence, Runnable condition, Supplier<T> work) {
        Optional<Bond> before = under.get();
        under.set(Optional.of(new Bond(fence, condition)));
        try {
            return work.get();
        } finally {
            under.set(before);
        }
    }

    /** The fence under which this thread works, if it's bound to one. */
    public Optional<Long> fence() {
        return under.get().map(Bond::fence);
    }

    /** Whether that fence is the newest: nobody has taken over from who works under it. */
    public boolean isNewest(long fence) {
        return lease.getObject().state().fence() == fence;
    }

    /** Does work that belongs to a run. */
    public <T> T of(String run, Supplier<T> work) {
        MDC.put(RUN, run);
        try {
            return work.get();
        } finally {
            MDC.remove(RUN);
        }
    }

    /** What a step hands on to other threads is done under the same fence. */
    @Override
    public Runnable decorate(Runnable task) {
        Optional<Bond> bond = under.get();
        Map<String, String> context =
                Optional.ofNullable(MDC.getCopyOfContextMap()).orElseGet(HashMap::new);
        return () -> {
            MDC.setContextMap(context);
            under.set(bond);
            try {
                task.run();
            } finally {
                under.remove();
                MDC.clear();
            }
        };
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        under.get().ifPresent(bond -> {
            lease.getObject().require(bond.fence());
            bond.condition().run();
        });
    }
}
