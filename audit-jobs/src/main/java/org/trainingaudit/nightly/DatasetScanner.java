package org.trainingaudit.nightly;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.stereotype.Component;
import org.trainingaudit.dataset.DatasetReader;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.dataset.Refusal;
import org.trainingaudit.dataset.RefusedException;
import org.trainingaudit.detection.DatasetProfiler;
import org.trainingaudit.nightly.DatasetResult.Status;
import org.trainingaudit.nightly.Inputs.DatasetInput;
import org.trainingaudit.nightly.ScanStep.ScannedItem;
import org.trainingaudit.setup.Configuration;

/** Finds out what is in a dataset: by reading it, or from the last time when neither it nor the detectors have changed. */
@Component
class DatasetScanner implements ItemProcessor<String, ScannedItem> {

    private final StepRun step;
    private final Inputs inputs;
    private final DatasetRows rows;
    private final Configuration setup;
    private final DatasetsTonight datasets;
    private final RejectFiles rejects;
    private final Progress progress;

    DatasetScanner(
            StepRun step,
            Inputs inputs,
            DatasetRows rows,
            Configuration setup,
            DatasetsTonight datasets,
            RejectFiles rejects,
            Progress progress) {
        this.step = step;
        this.inputs = inputs;
        this.rows = rows;
        this.setup = setup;
        this.datasets = datasets;
        this.rejects = rejects;
        this.progress = progress;
    }

    @Override
    public ScannedItem process(String dataset) throws IOException {
        DatasetInput input = inputs.dataset(step.get(), dataset);
        if (!input.absent().isEmpty()) {
            return new ScannedItem(dataset, skipped(input.absent()));
        }
        Optional<DatasetResult> known =
                rows.known(dataset, input.fingerprint(), setup.detectors().version());
        return new ScannedItem(dataset, known.isPresent() ? known.get().withStatus(Status.UNCHANGED) : read(dataset));
    }

    private DatasetResult read(String dataset) throws IOException {
        DatasetProfiler profiler = new DatasetProfiler(setup.detectors(), dataset);
        try (RejectFiles.Listening listening = rejects.listen(step.get(), dataset, profiler)) {
            ReadResult result = DatasetReader.read(
                    datasets.get(dataset), setup.settings().dataset().limits(), listening);
            return withinLimit(dataset, result, profiler);
        } catch (RefusedException refused) {
            progress.note("WARN: " + dataset + ": " + refused.getMessage());
            return skipped(refused.refusal().reason().word());
        }
    }

    private DatasetResult withinLimit(String dataset, ReadResult result, DatasetProfiler profiler) {
        Optional<Refusal> over = setup.settings().dataset().refusal(result);
        if (over.isPresent()) {
            progress.note("WARN: " + dataset + ": " + over.get().message() + "; it counts as not scanned");
            return skipped(over.get().reason().word());
        }
        return new DatasetResult(
                Status.SCANNED,
                Optional.empty(),
                result.read(),
                result.rejectedBy(),
                profiler.profile().columns());
    }

    private static DatasetResult skipped(String reason) {
        return new DatasetResult(Status.SKIPPED, Optional.of(reason), 0, new TreeMap<>(), List.of());
    }
}
