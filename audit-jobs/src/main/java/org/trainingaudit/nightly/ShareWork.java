package org.trainingaudit.nightly;

import java.util.Optional;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;
import org.trainingaudit.setup.Configuration;

/** Who works on the shares of a step: threads of this process, or whoever the program has beside it. */
@Component
class ShareWork {

    private final TaskExecutor threads;
    private final Configuration setup;
    private final Optional<PartitionHandler> others;

    ShareWork(TaskExecutor partitionThreads, Configuration setup, ObjectProvider<PartitionHandler> others) {
        this.threads = partitionThreads;
        this.setup = setup;
        this.others = Optional.ofNullable(others.getIfAvailable());
    }

    PartitionStepBuilder in(PartitionStepBuilder step) {
        others.ifPresentOrElse(
                step::partitionHandler,
                () -> step.gridSize(setup.settings().nightly().partitions()).taskExecutor(threads));
        return step;
    }
}
