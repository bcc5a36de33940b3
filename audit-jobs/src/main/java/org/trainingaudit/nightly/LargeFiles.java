package org.trainingaudit.nightly;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.trainingaudit.dataset.Dataset;
import org.trainingaudit.dataset.DatasetReader;
import org.trainingaudit.dataset.FileBlocks;
import org.trainingaudit.dataset.FileBlocks.Block;
import org.trainingaudit.dataset.ManyFiles;
import org.trainingaudit.dataset.RefusedException;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.detection.BlockScan;
import org.trainingaudit.detection.ScannedBlock;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;

/**
 * Scans a dataset that is one large plain file in blocks, and one of many files part by part, on several threads. What each
 * block or part came to is kept in {@link KeptBlocks} until the dataset's result is committed, so that a restart reads none
 * twice.
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
     * @param rejections gets all rejected rows in their order, once the whole dataset has been read
     * @return nothing where it isn't one large file that can be cut, nor many files that are large together
     */
    Optional<DatasetResult> scan(Dataset dataset, String fingerprint, Consumer<Rejection> rejections) {
        try {
            Optional<Path> file = DatasetReader.onlyFile(dataset);
            return file.isPresent()
                    ? scan(dataset, file.get(), fingerprint, rejections)
                    : ManyFiles.of(
                                    dataset,
                                    setup.settings().dataset().limits(),
                                    setup.settings().dataset().blockSize())
                            .flatMap(files -> scan(dataset, files, fingerprint, rejections));
        } catch (RefusedException refused) {
            return Optional.of(DatasetScan.refused(dataset, refused, progress::note));
        }
    }

    private Optional<DatasetResult> scan(
            Dataset dataset, Path file, String fingerprint, Consumer<Rejection> rejections) {
        KeptBlocks kept = kept(dataset, fingerprint);
        String name = DatasetReader.name(dataset, file);
        Optional<FileBlocks> blocks =
                kept.cut().filter(known -> known.isStillOf(file)).or(() -> cut(file, name, kept));
        return blocks.flatMap(cut -> {
            BlockScan scan = new BlockScan(
                    setup.detectors(),
                    dataset.id(),
                    cut,
                    file,
                    name,
                    setup.settings().dataset().limits(),
                    dataset.combinations(),
                    MOST_REJECTIONS);
            return run(dataset, scan, cut.blocks(), kept, (scanned, before) -> scanned, rejections);
        });
    }

    private Optional<DatasetResult> scan(
            Dataset dataset, ManyFiles files, String fingerprint, Consumer<Rejection> rejections) {
        BlockScan scan = new BlockScan(setup.detectors(), dataset.id(), files, dataset.combinations(), MOST_REJECTIONS);
        return run(dataset, scan, files.parts(), kept(dataset, fingerprint), LargeFiles::behind, rejections);
    }

    private KeptBlocks kept(Dataset dataset, String fingerprint) {
        return new KeptBlocks(
                places.blocks(),
                dataset.id() + "\n" + fingerprint + "\n"
                        + setup.settings().dataset().blockSize() + "\n"
                        + DatasetScan.ways(setup, dataset.combinations()));
    }

    /** The rejection with its place in the whole dataset, of which so many rows stand before its part. */
    private static Rejection behind(Rejection rejection, Long before) {
        return new Rejection(before + rejection.unit(), rejection.line(), rejection.reason(), rejection.file());
    }

    /** Nothing where too many rows are rejected to tell the place of each. */
    private Optional<DatasetResult> run(
            Dataset dataset,
            BlockScan scan,
            List<Block> parts,
            KeptBlocks kept,
            BiFunction<Rejection, Long, Rejection> placed,
            Consumer<Rejection> rejections) {
        BlockScan.Scanned scanned = scan.run(setup.settings().nightly().partitions(), kept);
        forgetWhenDone(kept);
        List<Rejection> all = scanned.result().rejected() == 0 ? List.of() : rejections(parts, kept, placed);
        if (all.size() != scanned.result().rejected()) {
            return Optional.empty();
        }
        all.forEach(rejections);
        return Optional.of(DatasetScan.result(
                setup, dataset, scanned.result(), scanned.profile(), scanned.counts(), scanned.side(), progress::note));
    }

    private static List<Rejection> rejections(
            List<Block> parts, KeptBlocks kept, BiFunction<Rejection, Long, Rejection> placed) {
        List<Rejection> all = new ArrayList<>();
        long before = 0;
        for (Block part : parts) {
            Optional<ScannedBlock> scanned = kept.known(part);
            for (Rejection rejection : scanned.map(ScannedBlock::rejections).orElse(List.of())) {
                all.add(placed.apply(rejection, before));
            }
            before += scanned.map(one -> one.result().read()).orElse(0L);
        }
        return all;
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

    /** Takes away what runs have left that were given up, or whose data changed; to be called when no scan is on. */
    void prune() {
        KeptBlocks.forgetAll(places.blocks());
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
