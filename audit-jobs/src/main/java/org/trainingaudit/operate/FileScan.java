package org.trainingaudit.operate;

import java.nio.file.Path;
import java.util.List;
import org.trainingaudit.dataset.DatasetReader;
import org.trainingaudit.dataset.Limits;
import org.trainingaudit.dataset.ReadResult;
import org.trainingaudit.detection.ColumnProfile;
import org.trainingaudit.detection.Detectors;
import org.trainingaudit.detection.ParallelProfiler;

/** Classifies files that no configuration names. */
public final class FileScan {

    private final Detectors detectors;

    public FileScan(Detectors detectors) {
        this.detectors = detectors;
    }

    /**
     * What a file holds.
     *
     * @param dataset the path as it was given
     * @param read rows, without the header
     * @param rejected rows that could not be read
     * @param columns all columns in the file's order
     */
    public record ScannedFile(String dataset, long read, long rejected, List<ColumnProfile> columns) {
        public ScannedFile {
            columns = List.copyOf(columns);
        }

        /** Whether every row was read. */
        public boolean complete() {
            return rejected == 0;
        }
    }

    /** The files that are meant: each path itself, or all files in a folder. */
    public static List<Path> files(List<Path> paths) {
        return paths.stream()
                .flatMap(path -> DatasetReader.files(path).stream())
                .toList();
    }

    /**
     * Reads the file to its end.
     *
     * @throws org.trainingaudit.dataset.RefusedException where it can't be read
     */
    public ScannedFile scan(Path file) {
        int threads = Runtime.getRuntime().availableProcessors();
        try (ParallelProfiler profiler = new ParallelProfiler(detectors, stem(file), threads)) {
            ReadResult read = DatasetReader.read(file, Limits.DEFAULT, profiler);
            ReadResult result = profiler.withUnread(read);
            return new ScannedFile(
                    file.toString(),
                    result.read(),
                    result.rejected(),
                    profiler.profile().columns());
        }
    }

    /** The file's name without its ending, which says what its columns are about. */
    private static String stem(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString().replaceFirst("\\..*$", "");
    }
}
