package org.trainingaudit.nightly;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.trainingaudit.dataset.Announced;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.Refusal;
import org.trainingaudit.detection.DatasetProfiler;
import org.trainingaudit.nightly.Inputs.DatasetInput;
import org.trainingaudit.nightly.ScanStep.ScannedItem;
import org.trainingaudit.setup.Configuration;

/** Finds out what is in a dataset by reading it. */
@Component
class DatasetScanner implements ItemProcessor<String, ScannedItem> {

    private final StepRun step;
    private final Inputs inputs;
    private final Configuration setup;
    private final DatasetsTonight datasets;
    private final RejectFiles rejects;
    private final LargeFiles largeFiles;
    private final Progress progress;
    private final Optional<DatasetCheck> check;

    DatasetScanner(
            StepRun step,
            Inputs inputs,
            Configuration setup,
            DatasetsTonight datasets,
            RejectFiles rejects,
            LargeFiles largeFiles,
            Progress progress,
            ObjectProvider<DatasetCheck> check) {
        this.step = step;
        this.inputs = inputs;
        this.setup = setup;
        this.datasets = datasets;
        this.rejects = rejects;
        this.largeFiles = largeFiles;
        this.progress = progress;
        this.check = Optional.ofNullable(check.getIfAvailable());
    }

    @Override
    public @Nullable ScannedItem process(String dataset) throws IOException {
        // What is remembered names the detectors of the program that reads, which may be newer than the run, or on
        // another machine.
        DatasetInput prepared = inputs.dataset(step.get(), dataset);
        Optional<Dataset> here = datasets.find(dataset);
        DatasetInput input = here.map(seen -> prepared.by(DatasetScan.ways(setup, seen.combinations())))
                .orElse(prepared);
        Optional<Refusal> refusal = check.flatMap(some -> some.refusal(here, input.fingerprint()));
        if (refusal.isEmpty()) {
            return new ScannedItem(input, datasets.announced(dataset), read(input));
        }
        // What wasn't there when the run was prepared isn't anywhere.
        boolean left = prepared.absent().isEmpty() && check.get().mayLeave(step.id());
        return refused(input, refusal.get(), left);
    }

    /** Nothing where others may still have it as the run wants it. */
    private @Nullable ScannedItem refused(DatasetInput input, Refusal refusal, boolean left) {
        progress.note("WARN: " + input.dataset() + ": " + refusal.message() + (left ? "; left to other workers" : ""));
        if (left) {
            step.leave(input.dataset());
            return null;
        }
        return new ScannedItem(
                input, Announced.NOTHING, DatasetScan.skipped(refusal.reason().word()));
    }

    private DatasetResult read(DatasetInput input) throws IOException {
        String id = input.dataset();
        Dataset dataset = datasets.get(id);
        DatasetProfiler profiler = new DatasetProfiler(setup.detectors(), id, dataset.combinations());
        try (RejectFiles.Listening listening = rejects.listen(step.get(), id, profiler)) {
            Optional<DatasetResult> inBlocks = largeFiles.scan(dataset, input.fingerprint(), listening::note);
            if (inBlocks.isPresent()) {
                return inBlocks.get();
            }
            profiler.tellUnread(listening::note);
            return DatasetScan.read(setup, dataset, profiler, listening, progress::note);
        }
    }
}
