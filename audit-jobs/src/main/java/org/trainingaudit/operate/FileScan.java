package org.trainingaudit.operate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.trainingaudit.dataset.Combinations;
import org.trainingaudit.dataset.DataFile;
import org.trainingaudit.dataset.DatasetReader;
import org.trainingaudit.dataset.FileBlocks;
import org.trainingaudit.dataset.Limits;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.detection.BlockScan;
import org.trainingaudit.detection.ColumnProfile;
import org.trainingaudit.detection.DatasetProfile;
import org.trainingaudit.detection.Detectors;
import org.trainingaudit.detection.ParallelProfiler;
import org.trainingaudit.detection.SideColumns;
import org.trainingaudit.detection.ValueGrain;
import org.trainingaudit.setup.ConfigurationParts;
import org.trainingaudit.use.Checklist;

/** Classifies files that no configuration names. */
public final class FileScan {

    /** A larger file is read in blocks, of so many bytes. */
    private static final long BLOCK = 16L * 1024 * 1024;

    private final Detectors detectors;

    public FileScan(Detectors detectors) {
        this.detectors = detectors;
    }

    /**
     * What a file holds.
     *
     * @param dataset the path as it was given
     * @param read rows, without the header
     * @param rejectedBy how many rows could not be read for each reason
     * @param columns all columns in the file's order
     * @param sound whether every detector finds its own example
     * @param grains how fine values of its columns are
     */
    public record ScannedFile(
            String dataset,
            long read,
            SortedMap<String, Long> rejectedBy,
            List<ColumnProfile> columns,
            boolean sound,
            List<ValueGrain> grains) {
        public ScannedFile {
            columns = List.copyOf(columns);
            grains = List.copyOf(grains);
        }

        /** Rows that could not be read. */
        public long rejected() {
            return rejectedBy.values().stream().mapToLong(Long::longValue).sum();
        }

        /** What a checklist's identifiers come to in it. */
        public List<Checklist.Answer> answers(Checklist list, ConfigurationParts parts) {
            List<Checklist.Seen> seen = new ArrayList<>();
            columns.forEach(column -> column.classifications()
                    .forEach(found ->
                            seen.add(Checklist.Seen.category(column.name(), found.category(), found.confidence()))));
            grains.forEach(grain ->
                    seen.add(Checklist.Seen.grain(grain.column(), grain.of().word(), grain.many())));
            return list.answers(parts.taxonomy(), seen, complete());
        }

        /** Whether every row was read, by every detector. */
        public boolean complete() {
            return rejectedBy.isEmpty() && sound;
        }
    }

    /**
     * The files that are meant: each path itself, all files in a folder, or those that fit a pattern; of a workbook with
     * several sheets, each sheet.
     */
    public static List<DataFile> files(List<Path> paths) {
        return paths.stream()
                .flatMap(path -> FilePattern.files(path).stream())
                .flatMap(file -> DatasetReader.tables(file, Limits.DEFAULT).stream())
                .toList();
    }

    /**
     * Reads the file to its end.
     *
     * @throws org.trainingaudit.dataset.RefusedException where it can't be read
     */
    public ScannedFile scan(DataFile file) {
        int threads = Runtime.getRuntime().availableProcessors();
        Optional<FileBlocks> blocks = file.sheet().isPresent()
                ? Optional.empty()
                : FileBlocks.cut(file.file(), file.name(), Limits.DEFAULT, BLOCK);
        if (blocks.isPresent()) {
            BlockScan scan = new BlockScan(
                    detectors,
                    name(file),
                    blocks.get(),
                    file.file(),
                    file.name(),
                    Limits.DEFAULT,
                    Combinations.UNCOUNTED,
                    0);
            BlockScan.Scanned scanned = scan.run(threads, BlockScan.Kept.NOTHING);
            return scanned(
                    file, scanned.result(), scanned.profile(), scanned.side().grains(scanned.counts()));
        }
        try (ParallelProfiler profiler = new ParallelProfiler(detectors, name(file), Combinations.UNCOUNTED, threads)) {
            SideColumns side = SideColumns.before(profiler, detectors, Optional.empty());
            ReadResult read = DatasetReader.read(file, Limits.DEFAULT, side);
            ReadResult result = profiler.withUnread(read);
            return scanned(file, result, profiler.profile(), side.counts().grains(profiler.counts()));
        }
    }

    private ScannedFile scanned(DataFile file, ReadResult result, DatasetProfile profile, List<ValueGrain> grains) {
        return new ScannedFile(
                file.name(),
                result.read(),
                result.rejectedBy(),
                profile.columns(),
                detectors.blind().isEmpty(),
                grains);
    }

    /** The file's name without its ending, and the sheet's, which say what its columns are about. */
    private static String name(DataFile table) {
        Path name = table.file().getFileName();
        String stem = name == null ? "" : name.toString().replaceFirst("\\..*$", "");
        return stem + table.sheet().map(sheet -> " " + sheet).orElse("");
    }
}
