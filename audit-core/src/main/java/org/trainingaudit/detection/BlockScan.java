package org.trainingaudit.detection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.trainingaudit.dataset.Combinations;
import org.trainingaudit.dataset.FileBlocks;
import org.trainingaudit.dataset.FileBlocks.Block;
import org.trainingaudit.dataset.Limits;
import org.trainingaudit.dataset.ManyFiles;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.dataset.RefusedException;
import org.trainingaudit.dataset.Rejection;
import org.trainingaudit.dataset.Row;
import org.trainingaudit.dataset.RowVisitor;

/**
 * Classifies the columns of a large file block by block, on several threads, each of which reads what it looks at. What comes
 * of it doesn't depend on threads, on their order, or on which blocks are known from before. For one file, or one dataset of
 * many files.
 */
public final class BlockScan {

    /** Where scanned blocks are kept, so that a scan that was cut short needn't read them again. Safe for many threads. */
    public interface Kept {

        /** The block's scan, if it is known. */
        Optional<ScannedBlock> known(Block block);

        /** Keeps a block's scan; doing so twice is harmless. */
        void keep(ScannedBlock scanned);

        /** Keeps nothing. */
        Kept NOTHING = new Kept() {
            @Override
            public Optional<ScannedBlock> known(Block block) {
                return Optional.empty();
            }

            @Override
            public void keep(ScannedBlock scanned) {
                // It's added up at once, and needed no more.
            }
        };
    }

    /**
     * What all blocks together came to.
     *
     * @param profile what the columns hold
     * @param counts what was counted of its columns
     * @param result rows read and rejected
     * @param side what was counted beside
     */
    public record Scanned(DatasetProfile profile, ProfileCounts counts, ReadResult result, SideCounts side) {}

    private final Detectors detectors;
    private final String dataset;
    private final List<Block> blocks;
    private final BiFunction<Block, RowVisitor, ReadResult> reader;
    private final Combinations combinations;
    private final int mostRejections;
    private final DatasetProfiler whole;
    private Optional<ReadResult> result = Optional.empty();
    private SideCounts side = SideCounts.NONE;
    private volatile @Nullable Throwable failure;

    /**
     * A scan that hasn't begun.
     *
     * @param dataset its name, which is evidence too
     * @param name the file's name, for messages
     * @param combinations what is to be counted of them
     * @param mostRejections of so many rejected rows of a block it is told which they are; 0 for none
     */
    public BlockScan(
            Detectors detectors,
            String dataset,
            FileBlocks blocks,
            Path file,
            String name,
            Limits limits,
            Combinations combinations,
            int mostRejections) {
        this(
                detectors,
                dataset,
                blocks.blocks(),
                (block, visitor) -> blocks.read(file, name, block, limits, visitor),
                combinations,
                mostRejections);
    }

    /** The same of many files, of which each part takes the place of a block. */
    public BlockScan(
            Detectors detectors, String dataset, ManyFiles files, Combinations combinations, int mostRejections) {
        this(detectors, dataset, files.parts(), files::read, combinations, mostRejections);
    }

    private BlockScan(
            Detectors detectors,
            String dataset,
            List<Block> blocks,
            BiFunction<Block, RowVisitor, ReadResult> reader,
            Combinations combinations,
            int mostRejections) {
        this.detectors = detectors;
        this.dataset = dataset;
        this.blocks = blocks;
        this.reader = reader;
        this.combinations = combinations;
        this.mostRejections = mostRejections;
        this.whole = new DatasetProfiler(detectors, dataset, combinations);
    }

    /**
     * Scans all blocks that aren't known.
     *
     * @param threads at least 1
     * @throws RefusedException where the file can't be read to its end, or passes a limit
     */
    public Scanned run(int threads, Kept kept) {
        ConcurrentLinkedQueue<Block> left = new ConcurrentLinkedQueue<>(blocks);
        List<Thread> workers = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, blocks.size()); i++) {
            Thread worker = new Thread(() -> work(left, kept), "scan block " + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        work(left, kept);
        join(workers, left);
        rethrow(failure);
        return new Scanned(whole.profile(), whole.counts(), result.orElseThrow(), side);
    }

    private void work(ConcurrentLinkedQueue<Block> left, Kept kept) {
        try {
            for (Block block = left.poll(); block != null && failure == null; block = left.poll()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new IllegalStateException("interrupted while block " + block.number() + " was to be read");
                }
                add(known(block, kept));
            }
        } catch (RuntimeException | Error e) {
            fail(e);
            left.clear();
        }
    }

    private ScannedBlock known(Block block, Kept kept) {
        Optional<ScannedBlock> known = kept.known(block);
        if (known.isPresent()) {
            return known.get();
        }
        ScannedBlock scanned = scan(block);
        kept.keep(scanned);
        return scanned;
    }

    private ScannedBlock scan(Block block) {
        DatasetProfiler profiler = new DatasetProfiler(detectors, dataset, combinations);
        List<Rejection> rejections = new ArrayList<>();
        profiler.tellUnread(unread ->
                note(new Rejection(block.unitsBefore() + unread.unit(), unread.line(), unread.reason()), rejections));
        RowVisitor visitor = new RowVisitor() {
            @Override
            public void columns(List<String> names) {
                profiler.columns(names);
            }

            @Override
            public void row(Row row) {
                profiler.row(row);
            }

            @Override
            public void rejected(Rejection rejection) {
                profiler.rejected(rejection);
                note(rejection, rejections);
            }
        };
        SideColumns beside = SideColumns.before(visitor, detectors, combinations.countedKey());
        ReadResult read = reader.apply(block, beside);
        return new ScannedBlock(
                block.number(), profiler.withUnread(read), rejections, profiler.part(), beside.counts());
    }

    private void note(Rejection rejection, List<Rejection> rejections) {
        if (rejections.size() < mostRejections) {
            rejections.add(rejection);
        }
    }

    private synchronized void add(ScannedBlock scanned) {
        whole.add(scanned.part());
        side = side.plus(scanned.side());
        result = Optional.of(result.map(sum -> sum.plus(scanned.result())).orElse(scanned.result()));
    }

    private static void join(List<Thread> workers, ConcurrentLinkedQueue<Block> left) {
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            left.clear();
            workers.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while blocks were read", e);
        }
    }

    private synchronized void fail(Throwable cause) {
        failure = failure == null ? cause : failure;
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure == null) {
            return;
        }
        if (failure instanceof RefusedException refused) {
            throw refused;
        }
        throw new IllegalStateException("a block could not be scanned", failure);
    }
}
