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
 * asking whether the lease is still theirs. The run's key goes with it into each line of the log.
 */
@Component
class FencedWork implements TransactionExecutionListener, TaskDecorator {

    private static final String RUN = "run";

    /** Provided, because the transaction manager is made before what needs one. */
    private final ObjectProvider<Lease> lease;

    private final ThreadLocal<Optional<Long>> under = ThreadLocal.withInitial(Optional::empty);

    FencedWork(ObjectProvider<Lease> lease) {
        this.lease = lease;
    }

    /** Does work under a fence. */
    <T> T call(long fence, Supplier<T> work) {
        Optional<Long> before = under.get();
        under.set(Optional.of(fence));
        try {
            return work.get();
        } finally {
            under.set(before);
        }
    }

    /** Does work that belongs to a run. */
    <T> T of(String run, Supplier<T> work) {
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
        Optional<Long> fence = under.get();
        Map<String, String> context =
                Optional.ofNullable(MDC.getCopyOfContextMap()).orElseGet(HashMap::new);
        return () -> {
            MDC.setContextMap(context);
            under.set(fence);
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
        under.get().ifPresent(fence -> lease.getObject().require(fence));
    }
}
