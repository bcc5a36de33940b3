package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.trainingaudit.dataset.FileBlocks.Block;
import org.trainingaudit.dataset.FileBlocks.Layout;

/**
 * Finds where a file can be cut: between two rows, where nothing before was decided by what stands behind. It goes over the
 * file with the splitter that reads it later, so that both have the same opinion of every quote.
 */
final class BlockCutter {

    private final Path file;
    private final Limits limits;
    private final long size;
    private final Content content;
    private final List<Block> blocks = new ArrayList<>();
    private long start;
    private long unitsBefore;
    private long linesBefore;

    BlockCutter(Path file, Limits limits, long size) {
        this.file = file;
        this.limits = limits;
        this.size = size;
        this.content = new Content(file, Optional.empty(), limits);
    }

    Optional<FileBlocks> cut() throws IOException {
        Format format = content.isPacked() ? Format.WORKBOOK : Format.of(content, limits);
        return switch (format) {
            case CSV -> csv();
            case TEXT -> text();
            case JSON_LINES -> jsonLines();
            case JSON, WORKBOOK, PARQUET -> Optional.empty();
        };
    }

    private Optional<FileBlocks> csv() throws IOException {
        try (InputStream in = content.open()) {
            Prefix text = Prefix.of(in, CsvReader.PREFIX);
            if (!text.encoding().isUtf8()) {
                return Optional.empty();
            }
            Dialect dialect = DialectSniffer.sniff(text.bytes(), text.whole(), limits);
            NoRows columns = new NoRows();
            RowCounter counter = new RowCounter(columns);
            CsvReader.Rows rows = new CsvReader.Rows(dialect, limits, counter);
            Marker marker = new Marker(
                    rows, counter::read, rows::hasBegun, text.encoding().skipped());
            marker.run(new RowSplitter(text.all(), dialect.delimiter(), (byte) '"', CsvReader.BUFFER, limits, marker));
            rows.requireSome();
            Layout layout = new Layout(
                    Format.CSV.name(),
                    dialect.delimiter(),
                    dialect.skipped(),
                    dialect.titles(),
                    dialect.header(),
                    dialect.unnamed());
            return Optional.of(made("csv " + text.encoding().shown() + " " + dialect.shown(), columns.names(), layout));
        }
    }

    private Optional<FileBlocks> text() throws IOException {
        return lines(Format.TEXT, "text ", (bytes, starts, ends, cells, line) -> true, () -> TextReader.COLUMNS);
    }

    private Optional<FileBlocks> jsonLines() throws IOException {
        JsonLinesReader reader = new JsonLinesReader(content, limits);
        return lines(
                Format.JSON_LINES,
                "json-lines ",
                (bytes, starts, ends, cells, line) -> reader.see(bytes, starts[0], ends[0]),
                reader::columns);
    }

    /** A line of a format that has a row on each; tells whether there is one. */
    private interface Line {
        boolean see(byte[] bytes, int[] starts, int[] ends, int cells, long line);
    }

    private Optional<FileBlocks> lines(Format format, String form, Line line, Supplier<List<String>> columns)
            throws IOException {
        try (InputStream in = content.open()) {
            Prefix text = Prefix.of(in, CsvReader.PREFIX);
            if (!text.encoding().isUtf8()) {
                return Optional.empty();
            }
            TextReader.refuseEmpty(text);
            long[] units = new long[1];
            RowSink sink = new RowSink() {
                @Override
                public void row(byte[] bytes, int[] starts, int[] ends, int cells, long at) {
                    units[0] += line.see(bytes, starts, ends, cells, at) ? 1 : 0;
                }

                @Override
                public void rejected(long at, String reason) {
                    units[0]++;
                }
            };
            Marker marker =
                    new Marker(sink, () -> units[0], () -> true, text.encoding().skipped());
            marker.run(TextReader.lines(text.all(), limits, marker));
            Layout layout = new Layout(format.name(), RowSplitter.NONE, 0, 0, false, 0);
            return Optional.of(made(form + text.encoding().shown(), columns.get(), layout));
        }
    }

    private FileBlocks made(String form, List<String> columns, Layout layout) throws IOException {
        long bytes = Files.size(file);
        blocks.add(new Block(blocks.size(), start, bytes, unitsBefore, linesBefore));
        return new FileBlocks(
                form, columns, layout, bytes, Files.getLastModifiedTime(file).toMillis(), blocks);
    }

    /** Passes rows on, and notes where a block can begin. */
    private final class Marker implements RowSink {
        private final RowSink sink;
        private final Supplier<Long> units;
        private final BooleanSupplier begun;
        private final long skipped;
        private Optional<RowSplitter> splitter = Optional.empty();

        Marker(RowSink sink, Supplier<Long> units, BooleanSupplier begun, long skipped) {
            this.sink = sink;
            this.units = units;
            this.begun = begun;
            this.skipped = skipped;
        }

        void run(RowSplitter whole) throws IOException {
            splitter = Optional.of(whole);
            whole.run();
        }

        @Override
        public void row(byte[] bytes, int[] starts, int[] ends, int cells, long line) {
            RowSplitter whole = splitter.orElseThrow();
            long at = skipped + whole.rowOffset();
            if (at - start >= size && begun.getAsBoolean() && whole.isParted()) {
                blocks.add(new Block(blocks.size(), start, at, unitsBefore, linesBefore));
                start = at;
                unitsBefore = units.get();
                linesBefore = line - 1;
            }
            sink.row(bytes, starts, ends, cells, line);
        }

        @Override
        public void rejected(long line, String reason) {
            sink.rejected(line, reason);
        }

        @Override
        public boolean wantsBroken() {
            return sink.wantsBroken();
        }
    }
}
