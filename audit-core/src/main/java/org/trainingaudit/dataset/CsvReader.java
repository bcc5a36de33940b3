package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a file with delimiters, whose layout and encoding it finds out by itself. */
final class CsvReader {

    static final int PREFIX = 256 * 1024;
    static final int BUFFER = 256 * 1024;

    private final int prefixSize;
    private final int bufferSize;

    CsvReader() {
        this(PREFIX, BUFFER);
    }

    /** For tests, whose files should be larger than the buffers. */
    CsvReader(int prefixSize, int bufferSize) {
        this.prefixSize = prefixSize;
        this.bufferSize = bufferSize;
    }

    /**
     * Hands every row to the visitor.
     *
     * @throws RefusedException where there is not one row, the encoding can't be told, or a limit is passed
     */
    ReadResult read(InputStream in, Limits limits, RowVisitor visitor) throws IOException {
        Prefix text = Prefix.of(in, prefixSize);
        Dialect dialect = DialectSniffer.sniff(text.bytes(), text.whole(), limits);
        RowCounter counter = new RowCounter(visitor);
        Rows rows = new Rows(dialect, limits, counter);
        new RowSplitter(text.all(), dialect.delimiter(), (byte) '"', bufferSize, limits, rows).run();
        rows.requireSome();
        return counter.result("csv " + text.encoding().shown() + " " + dialect.shown());
    }

    /** Makes columns of the first row and checks all others against it. */
    static final class Rows implements RowSink {

        private final Dialect dialect;
        private final Limits limits;
        private final List<Title> titles = new ArrayList<>();
        private final RowCounter counter;
        private final SplitRow row = new SplitRow();
        private int skipped;
        private boolean begun;
        private int width;

        /** A line of a title, and how many cells it has in all. */
        private record Title(List<String> texts, int cells, long line) {}

        Rows(Dialect dialect, Limits limits, RowCounter counter) {
            this.dialect = dialect;
            this.limits = limits;
            this.counter = counter;
        }

        /** Goes on behind the header, with these columns. */
        void goOn(List<String> columns) {
            begun = true;
            width = columns.size();
            counter.columns(columns);
        }

        /** Names of columns are only shown, and what stands below them matters more than their last sign. */
        @Override
        public boolean wantsBroken() {
            return !begun && dialect.header() && skipped == dialect.skipped() && titles.size() == dialect.titles();
        }

        /** Whether the columns are known, so that all rows from now on are alike. */
        boolean hasBegun() {
            return begun;
        }

        @Override
        public void row(byte[] bytes, int[] starts, int[] ends, int cells, long line) {
            if (begun && cells != width) {
                counter.rejected(line, "ragged");
                return;
            }
            if (!begun && isAbove(bytes, starts, ends, cells, line)) {
                return;
            }
            if (!begun && begin(bytes, starts, ends, cells)) {
                titles.forEach(this::title);
                return;
            }
            row.set(bytes, starts, ends, cells);
            counter.row(row);
        }

        /** Whether the row stands above the one that tells the columns. */
        private boolean isAbove(byte[] bytes, int[] starts, int[] ends, int cells, long line) {
            if (skipped < dialect.skipped()) {
                skipped++;
                return true;
            }
            if (titles.size() == dialect.titles()) {
                return false;
            }
            titles.add(new Title(texts(bytes, starts, ends, Math.min(cells, starts.length)), cells, line));
            return true;
        }

        private List<String> texts(byte[] bytes, int[] starts, int[] ends, int cells) {
            row.set(bytes, starts, ends, cells);
            List<String> texts = new ArrayList<>(cells);
            for (int i = 0; i < cells; i++) {
                texts.add(row.text(i));
            }
            return texts;
        }

        /** A line of a title is a row, so that nothing in it goes unseen. */
        private void title(Title title) {
            if (title.cells() > width) {
                counter.rejected(title.line(), "ragged");
                return;
            }
            RowCells cells = new RowCells(width, limits);
            for (int i = 0; i < title.cells(); i++) {
                cells.add(i, title.texts().get(i));
            }
            counter.row(cells);
        }

        /** Whether the first row is done with, as a header. */
        private boolean begin(byte[] bytes, int[] starts, int[] ends, int cells) {
            if (cells > limits.maxColumns()) {
                throw new RefusedException(Refusal.overLimit(
                        "the first row has " + cells + " cells; at most " + limits.maxColumns() + " columns are read"));
            }
            begun = true;
            width = cells - dialect.unnamed();
            if (!dialect.header()) {
                counter.columns(ColumnNames.numbered(width));
                titles.forEach(this::title);
                return false;
            }
            counter.columns(ColumnNames.of(texts(bytes, starts, ends, width)));
            return true;
        }

        @Override
        public void rejected(long line, String reason) {
            if (begun) {
                counter.rejected(line, reason);
            } else if (reason.equals("too-long")) {
                throw new RefusedException(Refusal.overLimit(
                        "the first row, in line " + line + ", is longer than " + limits.maxRowBytes() + " bytes"));
            } else {
                throw new RefusedException(Refusal.refused("the first row, in line " + line + ", can't be read ("
                        + reason + "), so the columns aren't known; mend that line"));
            }
        }

        void requireSome() {
            if (!begun) {
                throw new RefusedException(
                        Refusal.refused("nothing in it, not even a header; deliver it again, or take it off the list"));
            }
        }
    }
}
