package org.trainingaudit.nightly;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.DatasetReader;
import org.trainingaudit.dataset.FileBlocks;
import org.trainingaudit.dataset.RefusedException;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.detection.BlockScan;
import org.trainingaudit.detection.ScannedBlock;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;

/**
 * Scans a dataset that is one large plain file in blocks, on several threads. What each block came to is kept in {@link
 * KeptBlocks} until the dataset's result is committed, so that a restart reads no block twice.
 */
@Component
class LargeFiles {

    /** With more rejected rows in a block, of which each needs its place told, the file is read as a whole. */
    private static final int MOST_REJECTIONS = 10_000;

    private final Places places;
    private final Configuration setup;
    private final Progress progress;

    LargeFiles(Places places, Configuration setup, Progress progress) {
        this.places = places;
        this.setup = setup;
        this.progress = progress;
    }

    /**
     * What the dataset holds.
     *
     * @param rejections gets all rejected rows in the file's order, once the whole file has been read
     * @return nothing where it isn't one large file that can be cut
     */
    Optional<DatasetResult> scan(Dataset dataset, String fingerprint, Consumer<Rejection> rejections) {
        try {
            Optional<Path> file = DatasetReader.onlyFile(dataset);
            return file.isEmpty() ? Optional.empty() : scan(dataset, file.get(), fingerprint, rejections);
        } catch (RefusedException refused) {
            return Optional.of(DatasetScan.refused(dataset, refused, progress::note));
        }
    }

    private Optional<DatasetResult> scan(
            Dataset dataset, Path file, String fingerprint, Consumer<Rejection> rejections) {
        String state = dataset.id() + "\n" + fingerprint + "\n" + DatasetScan.ways(setup, dataset.key());
        KeptBlocks kept = new KeptBlocks(places.blocks(), state);
        String name = DatasetReader.name(dataset, file);
        Optional<FileBlocks> blocks =
                kept.cut().filter(known -> known.isStillOf(file)).or(() -> cut(file, name, kept));
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        BlockScan scan = new BlockScan(
                setup.detectors(),
                dataset.id(),
                blocks.get(),
                file,
                name,
                setup.settings().dataset().limits(),
                dataset.key(),
                MOST_REJECTIONS);
        BlockScan.Scanned scanned = scan.run(setup.settings().nightly().partitions(), kept);
        forgetWhenDone(kept);
        List<Rejection> all = new ArrayList<>();
        if (scanned.result().rejected() > 0) {
            blocks.get()
                    .blocks()
                    .forEach(block -> all.addAll(
                            kept.known(block).map(ScannedBlock::rejections).orElse(List.of())));
        }
        if (all.size() != scanned.result().rejected()) {
            return Optional.empty();
        }
        all.forEach(rejections);
        return Optional.of(DatasetScan.result(
                setup, dataset, scanned.result(), scanned.profile(), scanned.counts(), scanned.side(), progress::note));
    }

    private Optional<FileBlocks> cut(Path file, String name, KeptBlocks kept) {
        kept.forget();
        Optional<FileBlocks> blocks = FileBlocks.cut(
                file,
                name,
                setup.settings().dataset().limits(),
                setup.settings().dataset().blockSize());
        blocks.ifPresent(kept::keep);
        return blocks;
    }

    private static void forgetWhenDone(KeptBlocks kept) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    kept.forget();
                }
            });
        }
    }
}
