package org.trainingaudit.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.trainingaudit.dataset.FileBlocks.Block;

/** Reads one block of a file as the whole file would be read. */
final class BlockReader {

    private static final int BYTE_ORDER_MARK = 3;

    private final FileBlocks file;
    private final Limits limits;

    BlockReader(FileBlocks file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    ReadResult read(Path path, Block block, RowVisitor visitor) throws IOException {
        RowCounter counter = new RowCounter(visitor, block.unitsBefore(), block.linesBefore());
        try (InputStream in = open(path, block)) {
            switch (Format.valueOf(file.layout().format())) {
                case CSV -> csv(in, block, counter);
                case TEXT -> TextReader.rows(in, limits, counter);
                case JSON_LINES ->
                    new JsonLinesReader(new Content(path, Optional.empty(), limits), limits)
                            .rows(in, file.columns(), counter);
                case JSON, WORKBOOK, PARQUET ->
                    throw new IllegalStateException("cut though it can't be: " + file.form());
            }
        }
        return counter.result(file.form());
    }

    private void csv(InputStream in, Block block, RowCounter counter) throws IOException {
        FileBlocks.Layout layout = file.layout();
        Dialect dialect = new Dialect(
                (byte) layout.delimiter(), layout.skipped(), layout.titles(), layout.header(), layout.unnamed());
        CsvReader.Rows rows = new CsvReader.Rows(dialect, limits, counter);
        if (block.number() > 0) {
            rows.goOn(file.columns());
        }
        new RowSplitter(in, dialect.delimiter(), (byte) '"', CsvReader.BUFFER, limits, rows).run();
    }

    private static InputStream open(Path path, Block block) throws IOException {
        InputStream in = new BufferedInputStream(new PartInput(Files.newByteChannel(path), block.start(), block.end()));
        if (block.start() == 0) {
            in.mark(BYTE_ORDER_MARK);
            byte[] first = in.readNBytes(BYTE_ORDER_MARK);
            if (!EncodingSniffer.isUtf8Mark(first)) {
                in.reset();
            }
        }
        return in;
    }
}
