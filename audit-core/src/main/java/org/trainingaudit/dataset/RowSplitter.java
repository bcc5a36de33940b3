package org.trainingaudit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts UTF-8 into rows and cells as RFC 4180 has them, eight bytes at a step.
 *
 * <p>One state machine sees only the bytes that can matter (delimiter, quote, and those below 0x10, among them line ends
 * and NUL); all others are passed over by word. It is written for speed: {@link #scan} keeps its counters in local
 * variables and takes the commonest byte, a delimiter outside quotes, without a call.
 *
 * <p>A row lies whole in the buffer until it is handed on, so that after a quote that never closes reading can go back and
 * resume on the line after the one that opened it. Blank lines are no rows.
 */
final class RowSplitter {

    /** Delimiter or quote for input that has none; the byte doesn't occur in UTF-8. */
    static final byte NONE = (byte) 0xFF;

    /** Bytes past the limit that may be read and must not look like anything. */
    private static final int SLACK = 16;

    private enum Mode {
        CELL,
        QUOTED,
        CLOSING,
        SKIP
    }

    private final InputStream in;
    private final byte delimiter;
    private final byte quote;
    private final ByteFinder finder;
    private final int maxRow;
    private final int maxCells;
    private final RowSink sink;

    private byte[] buffer;
    private int limit;
    private boolean eof;
    private int at;
    private final Rereading rereading;

    private Mode mode = Mode.CELL;
    private int rowStart;
    private long rowLine = 1;
    private long line = 1;
    private int afterReturn = -1;
    private boolean nul;
    private long seen;

    private int cellStart;
    private int cells;
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    private int quoteOpen;
    private int quoteClose;
    private long quoteLine;
    private boolean doubled;
    private final DoubledQuotes doubledQuotes = new DoubledQuotes();

    /** Bytes that are no longer in the buffer, and how far reading had gone when it last went back. */
    private long gone;

    private long goneBack;

    /** The first quote of the row whose cell goes on in another line, and where that line ends; -1 for none. */
    private int spanOpen = -1;

    private int spanBreak = -1;
    private long spanLine;

    RowSplitter(InputStream in, byte delimiter, byte quote, int bufferSize, Limits limits, RowSink sink) {
        this.in = in;
        this.delimiter = delimiter;
        this.quote = quote;
        this.finder = new ByteFinder(delimiter, quote);
        this.buffer = new byte[Math.max(8, bufferSize) + SLACK];
        this.maxRow = limits.maxRowBytes();
        this.rereading = new Rereading(maxRow);
        this.maxCells = limits.maxColumns();
        this.sink = sink;
    }

    /** Reads to the end. */
    void run() throws IOException {
        while (!eof) {
            if (mode != Mode.SKIP && at - rowStart > maxRow) {
                tooLong();
            } else {
                refill();
            }
            scan();
        }
        while (!finish()) {
            scan();
        }
    }

    /** Where in the input the row begins that is being handed on. */
    long rowOffset() {
        return gone + rowStart;
    }

    /** Whether nothing before the row that is being handed on was decided by what stands in it or behind it. */
    boolean isParted() {
        return rowOffset() >= goneBack;
    }

    private void refill() throws IOException {
        shift(mode == Mode.SKIP ? at : rowStart);
        if (limit + SLACK == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * (buffer.length - SLACK) + SLACK);
        }
        int count = in.read(buffer, limit, buffer.length - SLACK - limit);
        if (count < 0) {
            eof = true;
        } else {
            limit += count;
            rereading.read(count);
        }
        Arrays.fill(buffer, limit, limit + SLACK, (byte) 'a');
    }

    private void shift(int by) {
        if (by == 0) {
            return;
        }
        System.arraycopy(buffer, by, buffer, 0, limit - by);
        gone += by;
        limit -= by;
        at -= by;
        rowStart -= by;
        cellStart -= by;
        afterReturn = Math.max(-1, afterReturn - by);
        quoteOpen -= by;
        quoteClose -= by;
        spanOpen = Math.max(-1, spanOpen - by);
        spanBreak -= by;
        for (int i = 0; i < Math.min(cells, starts.length); i++) {
            starts[i] -= by;
            ends[i] -= by;
        }
    }

    /** Goes over all whole words, at the end of the input over all words. */
    private void scan() {
        byte[] bytes = buffer;
        int safe = eof ? limit : limit - 7;
        int i = at;
        long all = seen;
        int[] from = starts;
        int[] to = ends;
        int start = cellStart;
        int n = cells;
        boolean plain = mode == Mode.CELL;
        while (i < safe) {
            long word = ByteFinder.word(bytes, i);
            all |= word;
            int next = i + 8;
            for (long hits = finder.hits(word); hits != 0; hits &= hits - 1) {
                int p = i + (Long.numberOfTrailingZeros(hits) >>> 3);
                byte hit = bytes[p];
                if (plain && hit == delimiter && n < from.length) {
                    from[n] = start;
                    to[n++] = p;
                    start = p + 1;
                    continue;
                }
                cells = n;
                cellStart = start;
                seen = all;
                boolean goesOn = take(hit, p);
                all = rowStart == p + 1 ? word : all;
                from = starts;
                to = ends;
                start = cellStart;
                n = cells;
                plain = mode == Mode.CELL;
                if (!goesOn) {
                    next = at;
                    break;
                }
            }
            i = next;
        }
        cells = n;
        cellStart = start;
        seen = all;
        at = Math.min(i, limit);
    }

    private void cell(int end) {
        int n = cells++;
        if (n >= starts.length && !grow()) {
            cellStart = end + 1;
            return;
        }
        starts[n] = cellStart;
        ends[n] = end;
        cellStart = end + 1;
    }

    private boolean grow() {
        if (starts.length >= maxCells) {
            return false;
        }
        int size = Math.min(maxCells, 2 * starts.length);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        return true;
    }

    /** Takes one byte that matters; false when reading goes on elsewhere, at {@link #at}. */
    private boolean take(byte hit, int p) {
        switch (mode) {
            case CELL -> {
                return inCell(hit, p);
            }
            case QUOTED -> inQuotes(hit, p);
            case CLOSING -> {
                return afterQuotes(hit, p);
            }
            case SKIP -> skipping(hit, p);
        }
        return true;
    }

    private boolean inCell(byte hit, int p) {
        if (hit == quote) {
            if (p == cellStart) {
                openQuote(p);
            }
        } else if (hit == delimiter) {
            cell(p);
        } else if (hit == '\n' && p == afterReturn) {
            startRow(p + 1);
        } else if (hit == '\n' || hit == '\r') {
            if (p > rowStart) {
                cell(p);
                if (!endRow(p)) {
                    return false;
                }
            }
            endLine(hit, p);
            startRow(p + 1);
        } else if (hit == 0) {
            nul = true;
        }
        return true;
    }

    private void openQuote(int p) {
        mode = Mode.QUOTED;
        quoteOpen = p;
        quoteLine = line;
        doubled = false;
    }

    private void inQuotes(byte hit, int p) {
        if (hit == quote) {
            mode = Mode.CLOSING;
            quoteClose = p;
        } else if (hit == '\n' || hit == '\r') {
            endLine(hit, p);
            if (spanOpen < 0) {
                spanOpen = quoteOpen;
                spanBreak = p;
                spanLine = quoteLine;
            }
        } else if (hit == 0) {
            nul = true;
        }
    }

    private boolean afterQuotes(byte hit, int p) {
        if (hit == quote && p == quoteClose + 1) {
            doubled = true;
            mode = Mode.QUOTED;
            return true;
        }
        boolean ends = hit == delimiter || hit == '\n' || hit == '\r';
        if (!ends) {
            return hit == '\t' || unclosed(p);
        }
        if (!isBlank(quoteClose + 1, p)) {
            return unclosed(p);
        }
        quotedCell(p);
        if (hit == delimiter) {
            return true;
        }
        if (!endRow(p)) {
            return false;
        }
        endLine(hit, p);
        startRow(p + 1);
        return true;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** A cell in quotes ends with what stands between them; {@code p} is the delimiter or line end behind. */
    private void quotedCell(int p) {
        if (doubled && cells < maxCells) {
            doubledQuotes.in(cells);
        }
        cellStart = quoteOpen + 1;
        cell(quoteClose);
        cellStart = p + 1;
        mode = Mode.CELL;
    }

    private void skipping(byte hit, int p) {
        if (hit == '\n' || hit == '\r') {
            endLine(hit, p);
            startRow(p + 1);
        }
    }

    /** Counts a line end; CR and LF together are one. */
    private void endLine(byte hit, int p) {
        if (hit == '\r') {
            afterReturn = p + 1;
            line++;
        } else if (p != afterReturn) {
            line++;
        }
    }

    private void startRow(int p) {
        mode = Mode.CELL;
        rowStart = p;
        cellStart = p;
        cells = 0;
        doubledQuotes.none();
        rowLine = line;
        nul = false;
        spanOpen = -1;
    }

    /** Hands the row on; false when it is too long and reading goes on elsewhere. */
    private boolean endRow(int p) {
        if (p - rowStart > maxRow) {
            at = p;
            return spanOpen < 0 ? reject("too-long") : tooLong();
        }
        if (nul) {
            return reject("nul");
        }
        if (ByteFinder.hasNonAscii(seen) && !Utf8.isValid(buffer, rowStart, p)) {
            return reject("encoding");
        }
        // Only now, since up to here reading may have to go back.
        doubledQuotes.single(buffer, quote, starts, ends);
        sink.row(buffer, starts, ends, cells, rowLine);
        return true;
    }

    private boolean reject(String reason) {
        sink.rejected(rowLine, reason);
        return true;
    }

    /** The row is over its limit; false, since reading goes on at {@link #at}. */
    private boolean tooLong() {
        if (spanOpen >= 0 && spanBreak - rowStart <= maxRow) {
            return resume(spanOpen, spanLine, "quote");
        }
        if (spanOpen >= 0) {
            return resume(spanOpen, spanLine, "too-long");
        }
        reject("too-long");
        mode = Mode.SKIP;
        return false;
    }

    /** The quote at {@link #quoteOpen} isn't closed as it should be, which shows at {@code p}. */
    private boolean unclosed(int p) {
        at = p;
        return p - rowStart > maxRow ? tooLong() : resume(quoteOpen, quoteLine, "quote");
    }

    /** Rejects the row and goes back to where a quote was opened, to skip the rest of that line only. */
    private boolean resume(int open, long openLine, String reason) {
        reject(reason);
        rereading.again(at - open, rowLine);
        goneBack = Math.max(goneBack, gone + at);
        mode = Mode.SKIP;
        at = open + 1;
        line = openLine;
        afterReturn = -1;
        spanOpen = -1;
        return false;
    }

    /** At the end of the input; false when a quote was left open and reading goes back to the line after it. */
    private boolean finish() {
        if (mode == Mode.QUOTED || (mode == Mode.CLOSING && !isBlank(quoteClose + 1, limit))) {
            return unclosed(limit);
        }
        if (mode == Mode.CLOSING) {
            quotedCell(limit);
            return endRow(limit);
        }
        if (mode == Mode.CELL && limit > rowStart) {
            cell(limit);
            return endRow(limit);
        }
        return true;
    }
}
