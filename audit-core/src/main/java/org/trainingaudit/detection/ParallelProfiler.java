package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.trainingaudit.dataset.Combinations;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;

/**
 * Classifies the columns of a dataset as a {@link DatasetProfiler} does, on several threads: one thread reads and hands
 * batches of rows on, the others look at the values. What is counted doesn't depend on who looks at which row. Memory is
 * bounded by a few batches; a reader that is too quick waits. To be closed by the thread that reads.
 */
public final class ParallelProfiler implements RowVisitor, AutoCloseable {

    private final Detectors detectors;
    private final String dataset;
    private final Combinations combinations;
    private final int threads;
    private final DatasetProfiler whole;
    private final List<Worker> workers = new ArrayList<>();
    private final BlockingQueue<RowBatch> free;
    private final BlockingQueue<Optional<RowBatch>> waiting;
    private volatile Optional<Throwable> failure = Optional.empty();
    private Optional<RowBatch> filling = Optional.empty();

    /**
     * For one dataset.
     *
     * @param dataset its name, which is evidence too
     * @param combinations what is to be counted of them
     * @param threads that look at values, at least 1
     */
    public ParallelProfiler(Detectors detectors, String dataset, Combinations combinations, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread has to look at the values, not " + threads);
        }
        this.detectors = detectors;
        this.dataset = dataset;
        this.combinations = combinations;
        this.threads = threads;
        this.whole = new DatasetProfiler(detectors, dataset, combinations);
        this.free = new ArrayBlockingQueue<>(2 * threads + 1);
        this.waiting = new ArrayBlockingQueue<>(3 * threads + 1);
    }

    /** Looks at what is waiting until there is no more. */
    private final class Worker extends Thread {
        private final DatasetProfiler part = new DatasetProfiler(detectors, dataset, combinations);

        Worker(List<String> columns) {
            super("profile " + workers.size());
            setDaemon(true);
            part.columns(columns);
        }

        @Override
        public void run() {
            try {
                for (Optional<RowBatch> next = waiting.take(); next.isPresent(); next = waiting.take()) {
                    if (failure.isEmpty()) {
                        part.look(next.get());
                    }
                    free.put(next.get());
                }
            } catch (InterruptedException e) {
                interrupt();
            } catch (RuntimeException | Error e) {
                failure = Optional.of(e);
                drain();
            }
        }

        /** Goes on giving batches back, so that the reader never waits for ever. */
        private void drain() {
            try {
                free.put(new RowBatch(0));
                for (Optional<RowBatch> next = waiting.take(); next.isPresent(); next = waiting.take()) {
                    free.put(next.get());
                }
            } catch (InterruptedException e) {
                interrupt();
            }
        }
    }

    @Override
    public void columns(List<String> names) {
        whole.columns(names);
        for (int i = 0; i < 2 * threads + 1; i++) {
            free.add(new RowBatch(names.size()));
        }
        for (int i = 0; i < threads; i++) {
            Worker worker = new Worker(names);
            workers.add(worker);
            worker.start();
        }
    }

    @Override
    public void row(Row row) {
        RowBatch batch = filling.orElseGet(this::next);
        batch.add(row);
        filling = Optional.of(batch);
        if (batch.isFull()) {
            handOn(batch);
        }
    }

    private RowBatch next() {
        try {
            RowBatch batch = free.take();
            throwFailure();
            batch.clear();
            return batch;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void handOn(RowBatch batch) {
        try {
            filling = Optional.empty();
            waiting.put(Optional.of(batch));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while values were looked at", cause);
    }

    private void throwFailure() {
        failure.ifPresent(cause -> {
            throw new IllegalStateException("a thread that looked at values failed", cause);
        });
    }

    @Override
    public void rejected(Rejection rejection) {
        whole.rejected(rejection);
    }

    /** What all rows say; to be asked once, after the last row. */
    public DatasetProfile profile() {
        finish();
        return whole.profile();
    }

    /** What has been counted; to be asked once, after the last row. */
    public ProfileCounts counts() {
        finish();
        return whole.counts();
    }

    /** The result of reading with the rows that took too long to be looked at among the rejected ones. */
    public ReadResult withUnread(ReadResult result) {
        finish();
        return whole.withUnread(result);
    }

    private void finish() {
        filling.ifPresent(this::handOn);
        close();
        throwFailure();
        for (Worker worker : workers) {
            whole.add(worker.part.counts());
            whole.addUniqueness(worker.part);
        }
        workers.clear();
    }

    /** Ends the threads; what has not been asked for by now is lost. */
    @Override
    public void close() {
        try {
            for (int i = 0; i < workers.size(); i++) {
                waiting.put(Optional.empty());
            }
            for (Worker worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }
}
