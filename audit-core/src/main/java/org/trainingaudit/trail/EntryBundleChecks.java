package org.trainingaudit.trail;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Lets another thread check bundles ahead of the one that reads them. Whoever asks for a result that nobody has begun
 * computes it, so that one processor is as good as ever; a second one halves the time.
 */
final class EntryBundleChecks implements AutoCloseable {

    private final ExecutorService helper = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "verify");
        thread.setDaemon(true);
        return thread;
    });

    /** A check that may already be done. */
    static final class Ahead {
        private final FutureTask<EntryBundleCheck> task;

        private Ahead(EntryBundleCheck check) {
            this.task = new FutureTask<>(check);
        }

        /** The check, done. */
        EntryBundleCheck done() {
            task.run();
            try {
                return task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a log is verified", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("checking a bundle failed", e.getCause());
            }
        }
    }

    Ahead begin(EntryBundleCheck check) {
        Ahead ahead = new Ahead(check);
        helper.execute(ahead.task);
        return ahead;
    }

    @Override
    public void close() {
        helper.shutdownNow();
    }
}
