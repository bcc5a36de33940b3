package org.trainingaudit.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads datasets, whatever their format: CSV and its kin, JSON Lines, JSON, plain text and Markdown, each also packed with
 * gzip or zstd; Excel workbooks; tables of a database.
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
        if (dataset.leftOut().isPresent()) {
            LeftOutRows rows = new LeftOutRows(dataset.leftOut().get(), visitor);
            return rows.count(readAll(dataset, limits, rows));
        }
        return readAll(dataset, limits, visitor);
    }

    private static ReadResult readAll(Dataset dataset, Limits limits, RowVisitor visitor) {
        if (dataset.source() instanceof JdbcSource database) {
            return readTable(database, dataset, limits, visitor);
        }
        if (dataset.files().size() == 1) {
            return read(
                    dataset.files().get(0),
                    dataset.table(),
                    name(dataset, dataset.files().get(0)),
                    limits,
                    visitor);
        }
        requireFew(dataset, limits);
        JoinedFiles joined = new JoinedFiles(visitor);
        for (Path file : dataset.files()) {
            joined.begin(ShownName.of(file));
            joined.end(readFile(dataset, file, limits, joined));
        }
        return joined.result();
    }

    static void requireFew(Dataset dataset, Limits limits) {
        if (dataset.files().size() > limits.maxEntries()) {
            throw new RefusedException(
                    Refusal.overLimit(dataset.id() + ": " + dataset.files().size() + " files; at most "
                            + limits.maxEntries() + " are read (audit.dataset.max-entries)"));
        }
    }

    /** Reads one of a dataset's files. */
    static ReadResult readFile(Dataset dataset, Path file, Limits limits, RowVisitor visitor) {
        return read(file, dataset.table(), name(dataset, file), limits, visitor);
    }

    /**
     * The file that a dataset is, where it is one, no part of one and read with all its rows.
     *
     * @throws RefusedException where the dataset is refused or the file is no longer where it was
     */
    public static Optional<Path> onlyFile(Dataset dataset) {
        requireReadable(dataset);
        return dataset.files().size() == 1
                        && dataset.table().isEmpty()
                        && dataset.leftOut().isEmpty()
                ? Optional.of(dataset.files().get(0))
                : Optional.empty();
    }

    /** What a dataset's file is called in messages. */
    public static String name(Dataset dataset, Path file) {
        return dataset.id() + " (" + ShownName.of(file) + ")";
    }

    private static ReadResult readTable(JdbcSource database, Dataset dataset, Limits limits, RowVisitor visitor) {
        try {
            return JdbcReader.read(database, dataset.table().orElseThrow(), limits, visitor);
        } catch (RefusedException e) {
            throw e.named(dataset.id());
        }
    }

    /**
     * Reads one file to its end, wherever it is.
     *
     * @throws RefusedException where it isn't there, isn't a plain file, can't be read to its end, or passes a limit
     */
    public static ReadResult read(Path file, Limits limits, RowVisitor visitor) {
        return read(new DataFile(file, Optional.empty()), limits, visitor);
    }

    /**
     * Reads one table of a file to its end, wherever it is.
     *
     * @throws RefusedException where it isn't there, isn't a plain file, can't be read to its end, or passes a limit
     */
    public static ReadResult read(DataFile table, Limits limits, RowVisitor visitor) {
        Path file = table.file();
        if (!Files.exists(file)) {
            throw new RefusedException(Refusal.missing(file + ": no such file"));
        }
        if (!Files.isRegularFile(file)) {
            throw new RefusedException(Refusal.refused(file + ": not a plain file; pipes and devices aren't read"));
        }
        return read(file, table.sheet(), table.name(), limits, visitor);
    }

    /** The files that are meant by a path: itself, or if it is a folder all in it and below that aren't hidden, by path. */
    public static List<Path> files(Path path) {
        return Files.isDirectory(path) ? List.copyOf(FolderSource.files(path)) : List.of(path);
    }

    /** The tables in a file: the sheets of a workbook where there are several with cells, else the file as a whole. */
    public static List<DataFile> tables(Path file, Limits limits) {
        List<String> sheets = sheets(file, limits);
        return sheets.size() < 2
                ? List.of(new DataFile(file, Optional.empty()))
                : sheets.stream()
                        .map(sheet -> new DataFile(file, Optional.of(sheet)))
                        .toList();
    }

    /** The sheets of a workbook; none where it isn't one, or is broken. */
    static List<String> sheets(Path file, Limits limits) {
        try {
            return Files.isRegularFile(file) && Format.isZip(file) ? SheetReader.names(file, limits) : List.of();
        } catch (IOException | RefusedException e) {
            return List.of();
        }
    }

    static void requireReadable(Dataset dataset) {
        dataset.refusal().ifPresent(refusal -> {
            throw new RefusedException(refusal).named(dataset.id());
        });
        if (dataset.source() instanceof FolderSource folder) {
            dataset.files().forEach(folder::stillInside);
        }
    }

    private static ReadResult read(Path file, Optional<String> sheet, String name, Limits limits, RowVisitor visitor) {
        Content content = new Content(file, sheet, limits);
        try {
            return Format.of(content, limits).read(content, limits, visitor);
        } catch (RefusedException e) {
            throw e.named(name);
        } catch (IOException e) {
            throw RefusedException.unreadable().named(name);
        }
    }
}
