package org.trainingaudit.nightly;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.trainingaudit.dataset.Announced;
import org.trainingaudit.nightly.Inputs.DatasetInput;

/**
 * Reads each dataset that has changed and records what is in its columns; the others were settled when the run was prepared
 * ({@link SettledDatasets}).
 *
 * <p>One dataset is one transaction. A restart reads the datasets that have no result yet; one that was cut short is read
 * again from its beginning. A dataset that can't be read is recorded as skipped and stops no other.
 */
@Configuration(proxyBeanMethods = false)
class ScanStep {

    static final String NAME = "scan";
    private static final int ONE_DATASET = 1;

    @Bean
    Step scan(JobRepository jobs, Step scanShare, ShareWork work, StepProgress progress, LargeFiles largeFiles) {
        return work.in(new StepBuilder(NAME, jobs)
                        .partitioner("scanShare", new Slots())
                        .step(scanShare))
                .listener(progress)
                .listener(new PruneBlocks(largeFiles))
                .build();
    }

    /** When every dataset has its result, no block is needed any more, whoever left it. */
    private record PruneBlocks(LargeFiles largeFiles) implements StepExecutionListener {

        @Override
        public ExitStatus afterStep(StepExecution step) {
            if (step.getStatus() == BatchStatus.COMPLETED) {
                largeFiles.prune();
            }
            return step.getExitStatus();
        }
    }

    @Bean
    Step scanShare(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            DatasetsToScan datasetsToScan,
            DatasetScanner scanner,
            ScanRecorder recorder) {
        return new ChunkOrientedStepBuilder<String, ScannedItem>("scanShare", jobs, ONE_DATASET)
                .transactionManager(transactions)
                .reader(datasetsToScan)
                .processor(scanner)
                .writer(recorder)
                .build();
    }

    @Bean
    @StepScope
    DatasetsToScan datasetsToScan(Inputs inputs, StepRun step) {
        return new DatasetsToScan(inputs, step, Slots.share(step.name()));
    }

    /** The datasets of a share that have no result yet. */
    static class DatasetsToScan implements ItemReader<String> {

        private final StepRun step;
        private final Deque<String> datasets = new ArrayDeque<>();

        DatasetsToScan(Inputs inputs, StepRun step, Slots.Share share) {
            this.step = step;
            datasets.addAll(inputs.toScan(step.get(), share.number(), share.of()));
        }

        @Override
        public synchronized @Nullable String read() {
            if (datasets.isEmpty()) {
                step.stopWhereLeft();
            }
            return datasets.poll();
        }
    }

    /** A dataset with what its place says of it and what its scan came to. */
    record ScannedItem(DatasetInput input, Announced announced, DatasetResult result) {

        String dataset() {
            return input.dataset();
        }
    }
}
