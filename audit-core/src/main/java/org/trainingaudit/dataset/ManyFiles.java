package org.trainingaudit.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.dataset.FileBlocks.Block;

/**
 * A dataset of many files, parted into runs of files that can be read by themselves, in any order and on several threads.
 * Together they have the rows of the whole dataset; places of rejected rows count from the beginning of their part.
 */
public final class ManyFiles {

    private final Dataset dataset;
    private final Limits limits;
    private final List<Block> parts;
    private Optional<List<String>> columns = Optional.empty();

    private ManyFiles(Dataset dataset, Limits limits, List<Block> parts) {
        this.dataset = dataset;
        this.limits = limits;
        this.parts = List.copyOf(parts);
    }

    /**
     * Parts a dataset, always in the same way while its files are the same.
     *
     * @param size how large a part is at least, in bytes
     * @return nothing where it isn't many files, makes no two parts, or isn't read with all its rows
     * @throws RefusedException where the dataset is refused, or has too many files
     */
    public static Optional<ManyFiles> of(Dataset dataset, Limits limits, long size) {
        if (dataset.files().size() < 2 || dataset.leftOut().isPresent()) {
            return Optional.empty();
        }
        DatasetReader.requireReadable(dataset);
        DatasetReader.requireFew(dataset, limits);
        List<Block> parts = new ArrayList<>();
        int start = 0;
        long bytes = 0;
        for (int i = 0; i < dataset.files().size(); i++) {
            bytes += size(dataset.files().get(i));
            if (bytes >= size || i == dataset.files().size() - 1) {
                parts.add(new Block(parts.size(), start, i + 1L, 0, 0));
                start = i + 1;
                bytes = 0;
            }
        }
        return parts.size() < 2 ? Optional.empty() : Optional.of(new ManyFiles(dataset, limits, parts));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // Reading it will tell.
            return 0;
        }
    }

    /** The parts in order; start and end of each count files. */
    public List<Block> parts() {
        return parts;
    }

    /**
     * Reads one part to its end.
     *
     * @throws RefusedException where a file can't be read to its end, passes a limit, or has other columns than the first one
     */
    public ReadResult read(Block part, RowVisitor visitor) {
        JoinedFiles joined = JoinedFiles.like(ShownName.of(dataset.files().get(0)), columns(), visitor);
        for (Path file : dataset.files().subList((int) part.start(), (int) part.end())) {
            joined.begin(ShownName.of(file));
            joined.end(DatasetReader.readFile(dataset, file, limits, joined));
        }
        return joined.result();
    }

    /** Those of the first file, which all others have to have. */
    private synchronized List<String> columns() {
        if (columns.isEmpty()) {
            try {
                DatasetReader.readFile(dataset, dataset.files().get(0), limits, new Header());
            } catch (HeaderSeen seen) {
                columns = Optional.of(seen.names);
            }
        }
        return columns.orElseThrow(() -> new IllegalStateException(dataset.id() + ": the first file told no columns"));
    }

    /** Ends the reading of a file whose columns are known. */
    private static final class HeaderSeen extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> names;

        HeaderSeen(List<String> names) {
            super("seen enough", null, false, false);
            this.names = names;
        }
    }

    private static final class Header implements RowVisitor {
        @Override
        public void columns(List<String> names) {
            throw new HeaderSeen(names);
        }

        @Override
        public void row(Row row) {
            throw new IllegalStateException("a row before the columns");
        }

        @Override
        public void rejected(Rejection rejection) {
            throw new IllegalStateException("a rejected row before the columns");
        }
    }
}
