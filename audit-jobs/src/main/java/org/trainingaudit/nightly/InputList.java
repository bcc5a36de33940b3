package org.trainingaudit.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.config.Text;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.FileDigests;
import org.trainingaudit.dataset.Fingerprint;
import org.trainingaudit.dataset.Refusal;
import org.trainingaudit.dataset.RefusedException;
import org.trainingaudit.dataset.Source;
import org.trainingaudit.hash.Sha256;
import org.trainingaudit.nightly.Inputs.DatasetInput;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.EstateUses;
import org.trainingaudit.use.Use;

/** What there is to read now. */
@Component
class InputList {

    private static final String ABSENT = "absent";

    private final Configuration setup;
    private final DatasetsTonight datasets;
    private final DatasetRows rows;
    private final Progress progress;
    private final FileDigests digests;

    InputList(
            Configuration setup,
            DatasetsTonight datasets,
            DatasetRows rows,
            Progress progress,
            JdbcClient jdbc,
            Clock clock) {
        this.setup = setup;
        this.datasets = datasets;
        this.rows = rows;
        this.progress = progress;
        this.digests = new FileDigests(jdbc, clock, setup.settings().dataset().rehashAfter());
    }

    /** The datasets of the run's sources, with those that were there once and have gone from their folder. */
    List<DatasetInput> datasets(Run run) {
        Map<String, DatasetInput> inputs = new TreeMap<>();
        datasets.listAnew().values().stream()
                .filter(dataset -> run.request().includesDataset(dataset.id()))
                .forEach(dataset -> inputs.put(dataset.id(), input(dataset)));
        rows.allKnown().stream()
                .filter(known -> run.request().includesDataset(known) && isFromAFolder(known))
                .forEach(known -> inputs.computeIfAbsent(known, this::gone));
        return List.copyOf(inputs.values());
    }

    private DatasetInput input(Dataset dataset) {
        try {
            Optional<Refusal> refusal = dataset.refusal();
            return refusal.isPresent() ? absent(dataset.id(), refusal.get()) : present(dataset);
        } catch (RefusedException refused) {
            return absent(dataset.id(), refused.refusal());
        }
    }

    private DatasetInput present(Dataset dataset) {
        String fingerprint = Fingerprint.of(dataset, digests).sha256();
        return new DatasetInput(dataset.id(), fingerprint, DatasetScan.ways(setup, dataset.combinations()), "");
    }

    private DatasetInput absent(String dataset, Refusal refusal) {
        progress.note("WARN: " + dataset + ": " + refusal.message());
        return new DatasetInput(dataset, ABSENT, "", refusal.reason().word());
    }

    private DatasetInput gone(String dataset) {
        progress.note("WARN: " + dataset + ": was there on an earlier night and has gone from its folder");
        return new DatasetInput(dataset, ABSENT, "", Refusal.Reason.MISSING.word());
    }

    /** A dataset of a source that lists its datasets by name is over when its name is taken off the list. */
    private boolean isFromAFolder(String dataset) {
        return setup.sources()
                .source(Use.sourceOf(dataset))
                .filter(Source::listsByItself)
                .isPresent();
    }

    /** The registers, the documents that tell of uses and other scanners' results, each once, in the configuration's order. */
    List<Path> registers() {
        Stream<Path> registers =
                setup.sources().registers().stream().map(Text::value).map(Path::of);
        return Stream.concat(
                        registers,
                        Stream.concat(
                                EstateUses.documents(setup.collect()).stream(),
                                setup.collect().scanResults().stream()
                                        .map(result -> Path.of(result.file().value()))))
                .distinct()
                .toList();
    }

    /** Fingerprints of everything that there is now, by name, as {@link Inputs#fingerprints} has those of a run. */
    Map<String, String> fingerprints(Run run) {
        Map<String, String> now = new TreeMap<>();
        datasets(run).stream()
                .filter(dataset -> dataset.absent().isEmpty())
                .forEach(dataset -> now.put(dataset.dataset(), dataset.fingerprint()));
        registers().forEach(register -> now.put(register.toString(), fingerprint(register)));
        return now;
    }

    static String fingerprint(Path register) {
        if (!Files.isRegularFile(register)) {
            return ABSENT;
        }
        try {
            return Sha256.hex(register);
        } catch (IOException e) {
            return ABSENT;
        }
    }
}
