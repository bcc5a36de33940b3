package org.trainingaudit.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads datasets, whatever their format: CSV and its kin, JSON Lines, JSON, plain text and Markdown, each also packed with
 * gzip.
 *
 * <p>Every row is either handed to the visitor or rejected with its place and reason. Where reading throws, what the
 * visitor got until then must not count.
 */
public final class DatasetReader {

    private DatasetReader() {}

    /**
     * Reads a dataset of a source to its end.
     *
     * @throws RefusedException where it is refused, can't be read to its end, or passes a limit
     */
    public static ReadResult read(Dataset dataset, Limits limits, RowVisitor visitor) {
        requireReadable(dataset);
        Path file = dataset.files().get(0);
        return read(file, dataset.id() + " (" + file.getFileName() + ")", limits, visitor);
    }

    /**
     * Reads one file to its end, wherever it is.
     *
     * @throws RefusedException where it isn't there, isn't a plain file, can't be read to its end, or passes a limit
     */
    public static ReadResult read(Path file, Limits limits, RowVisitor visitor) {
        if (!Files.exists(file)) {
            throw new RefusedException(Refusal.missing(file + ": no such file"));
        }
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(Refusal.refused(file + ": not a plain file; pipes and devices aren't read"));
        }
        return read(file, file.toString(), limits, visitor);
    }

    /** The files that are meant by a path: itself, or if it is a folder all in it and below that aren't hidden, by path. */
    public static List<Path> files(Path path) {
        return Files.isDirectory(path) ? List.copyOf(FolderSource.files(path)) : List.of(path);
    }

    static void requireReadable(Dataset dataset) {
        dataset.refusal().ifPresent(refusal -> {
            throw new RefusedException(refusal).named(dataset.id());
        });
        if (dataset.source() instanceof FolderSource folder) {
            dataset.files().forEach(folder::stillInside);
        }
    }

    private static ReadResult read(Path file, String name, Limits limits, RowVisitor visitor) {
        Content content = new Content(file, limits);
        try {
            return Format.of(content, limits).read(content, limits, visitor);
        } catch (RefusedException e) {
            throw e.named(name);
        } catch (IOException e) {
            // The cause may quote the content, so it is left out.
            throw new RefusedException(
                    Refusal.refused(name + ": can't be read to its end; it may be cut off, or locked"));
        }
    }
}
