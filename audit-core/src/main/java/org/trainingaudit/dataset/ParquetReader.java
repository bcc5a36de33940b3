package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Reads Parquet, one row group after the other; the packed bytes of one group are held in memory. */
final class ParquetReader {

    private static final int TAIL = 8;
    private static final int LARGEST_FOOTER = 64 * 1024 * 1024;

    private final Path file;
    private final Limits limits;
    private final RowCounter counter;

    private ParquetReader(Path file, Limits limits, RowVisitor visitor) {
        this.file = file;
        this.limits = limits;
        this.counter = new RowCounter(visitor);
    }

    static ReadResult read(Path file, Limits limits, RowVisitor visitor) throws IOException {
        return new ParquetReader(file, limits, visitor).read();
    }

    /** What its footer says; nothing where the file is none, or broken. */
    static Announced announced(Path file, Limits limits) {
        ParquetReader reader = new ParquetReader(file, limits, new NoRows());
        try {
            reader.refuseHugeFooter();
            ParquetReadOptions options =
                    ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
            try (ParquetFileReader parquet = guarded(() -> ParquetFileReader.open(new LocalInputFile(file), options))) {
                ParquetColumns columns = guarded(
                        () -> new ParquetColumns(parquet.getFileMetaData().getSchema(), limits));
                return new Announced(
                        OptionalLong.of(parquet.getRecordCount()), Announced.named(columns.names(), columns.types()));
            }
        } catch (IOException | RefusedException e) {
            return Announced.NOTHING;
        }
    }

    private ReadResult read() throws IOException {
        refuseHugeFooter();
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ParquetPages(limits))
                .usePageChecksumVerification()
                .build();
        try (ParquetFileReader parquet = guarded(() -> ParquetFileReader.open(new LocalInputFile(file), options))) {
            MessageType schema = parquet.getFileMetaData().getSchema();
            ParquetColumns columns = guarded(() -> new ParquetColumns(schema, limits));
            guarded(() -> checked(parquet));
            counter.columns(columns.names());
            List<BlockMetaData> groups = parquet.getRowGroups();
            for (int i = 0; i < groups.size(); i++) {
                // Some programs write one without rows, which the library doesn't read.
                if (groups.get(i).getRowCount() > 0) {
                    int number = i;
                    readGroup(guarded(() -> parquet.readRowGroup(number)), schema, columns);
                }
            }
            return counter.result("parquet");
        }
    }

    /** The footer's length stands behind it; a wrong one must not make us take all memory. */
    private void refuseHugeFooter() throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[TAIL];
            if (raw.length() < TAIL + TAIL / 2) {
                throw broken("it is shorter than any Parquet file");
            }
            raw.seek(raw.length() - TAIL);
            raw.readFully(tail);
            int footer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (tail[4] == 'P' && tail[5] == 'A' && tail[6] == 'R' && tail[7] == 'E') {
                throw new RefusedException(Refusal.refused("Parquet with an encrypted footer; deliver it decrypted"));
            }
            if (tail[4] != 'P' || tail[7] != '1' || footer < 0 || footer > raw.length() - TAIL) {
                throw broken("its footer is missing or cut off");
            }
            if (footer > LARGEST_FOOTER) {
                throw new RefusedException(Refusal.overLimit("a footer of " + footer + " bytes; at most "
                        + LARGEST_FOOTER + " are read; write it as several files"));
            }
        }
    }

    /** Whether what the footer says of the column chunks can be; it decides how much memory is taken. */
    private boolean checked(ParquetFileReader parquet) {
        MessageType schema = parquet.getFileMetaData().getSchema();
        for (BlockMetaData group : parquet.getRowGroups()) {
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                if (!hasRowsOf(group, chunk, schema)) {
                    throw broken("its row groups have other rows than their columns");
                }
                if (chunk.getTotalSize() < 0
                        || chunk.getStartingPos() < 0
                        || chunk.getStartingPos() + chunk.getTotalSize()
                                > file.toFile().length()) {
                    throw broken("its footer names a column chunk that lies outside of the file");
                }
                if (chunk.getTotalSize() > limits.maxTextBytes()) {
                    throw new RefusedException(Refusal.overLimit("a column chunk of " + chunk.getTotalSize()
                            + " bytes; at most " + limits.maxTextBytes()
                            + " are read (audit.dataset.max-text-bytes); write it with smaller row groups"));
                }
            }
        }
        return true;
    }

    /** A column has a value or a gap for each row; one that repeats can have more. */
    private static boolean hasRowsOf(BlockMetaData group, ColumnChunkMetaData chunk, MessageType schema) {
        long rows = group.getRowCount();
        long values = chunk.getValueCount();
        boolean repeats = schema.getMaxRepetitionLevel(chunk.getPath().toArray()) > 0;
        boolean fits = (repeats && rows > 0) ? values >= rows : values == rows;
        return fits && rows >= 0;
    }

    private void readGroup(PageReadStore pages, MessageType schema, ParquetColumns columns) {
        RecordReader<Boolean> records =
                guarded(() -> new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, columns));
        for (long i = 0; i < pages.getRowCount(); i++) {
            guarded(records::read);
            if (columns.isBroken() && !columns.row().isTooLong()) {
                counter.rejected(0, "encoding");
            } else {
                counter.filled(columns.row(), 0);
            }
        }
    }

    private interface Step<T> {
        T get() throws IOException;
    }

    /** The library has no one error for a broken file, and its messages may quote it. */
    private static <T> T guarded(Step<T> step) {
        try {
            return step.get();
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            throw broken("its content doesn't fit its footer");
        } catch (OutOfMemoryError e) {
            throw new RefusedException(Refusal.overLimit("one of its row groups needs more memory than there is;"
                    + " write it with smaller row groups, or start with more (AUDIT_JAVA_OPTIONS=-Xmx...)"));
        }
    }

    private static RefusedException broken(String how) {
        return new RefusedException(Refusal.refused("broken Parquet: " + how + "; deliver it again"));
    }
}
