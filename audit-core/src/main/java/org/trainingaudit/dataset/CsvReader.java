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
        Rows rows = new Rows(dialect.header(), limits, counter);
        new RowSplitter(text.all(), dialect.delimiter(), (byte) '"', bufferSize, limits, rows).run();
        rows.requireSome();
        return counter.result("csv " + text.encoding().shown() + " " + dialect.shown());
    }

    /** Makes columns of the first row and checks all others against it. */
    static final class Rows implements RowSink {

        private final boolean header;
        private final Limits limits;
        private final RowCounter counter;
        private final SplitRow row = new SplitRow();
        private boolean begun;
        private int width;

        Rows(boolean header, Limits limits, RowCounter counter) {
            this.header = header;
            this.limits = limits;
            this.counter = counter;
        }

        @Override
        public void row(byte[] bytes, int[] starts, int[] ends, int cells, long line) {
            if (begun && cells != width) {
                counter.rejected(line, "ragged");
                return;
            }
            if (!begun && begin(bytes, starts, ends, cells)) {
                return;
            }
            row.set(bytes, starts, ends, cells);
            counter.row(row);
        }

        /** Whether the first row is done with, as a header. */
        private boolean begin(byte[] bytes, int[] starts, int[] ends, int cells) {
            if (cells > limits.maxColumns()) {
                throw new RefusedException(Refusal.overLimit(
                        "the first row has " + cells + " cells; at most " + limits.maxColumns() + " columns are read"));
            }
            begun = true;
            width = cells;
            if (!header) {
                counter.columns(ColumnNames.numbered(cells));
                return false;
            }
            row.set(bytes, starts, ends, cells);
            List<String> names = new ArrayList<>(cells);
            for (int i = 0; i < cells; i++) {
                names.add(row.text(i));
            }
            counter.columns(ColumnNames.of(names));
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
