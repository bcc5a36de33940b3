package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads plain text as one column {@code text} with a row for each line that isn't blank. */
final class TextReader {

    static final List<String> COLUMNS = List.of("text");

    private TextReader() {}

    static ReadResult read(InputStream in, Limits limits, RowVisitor visitor) throws IOException {
        Prefix text = Prefix.of(in, CsvReader.PREFIX);
        refuseEmpty(text);
        RowCounter counter = new RowCounter(visitor);
        rows(text.all(), limits, counter);
        return counter.result("text " + text.encoding().shown());
    }

    /** Counts each line as a row. */
    static void rows(InputStream in, Limits limits, RowCounter counter) throws IOException {
        counter.columns(COLUMNS);
        SplitRow row = new SplitRow();
        lines(in, limits, new RowSink() {
                    @Override
                    public void row(byte[] bytes, int[] starts, int[] ends, int cells, long line) {
                        row.set(bytes, starts, ends, cells);
                        counter.row(row);
                    }

                    @Override
                    public void rejected(long line, String reason) {
                        counter.rejected(line, reason);
                    }
                })
                .run();
    }

    /** Each line as a row of one cell. */
    static RowSplitter lines(InputStream in, Limits limits, RowSink sink) {
        return new RowSplitter(in, RowSplitter.NONE, RowSplitter.NONE, CsvReader.BUFFER, limits, sink);
    }

    static void refuseEmpty(Prefix text) {
        if (text.bytes().length == 0) {
            throw new RefusedException(
                    Refusal.refused("nothing in it, not one byte; deliver it again, or take it off the list"));
        }
    }
}
