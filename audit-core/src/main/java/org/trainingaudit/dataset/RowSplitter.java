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
 *
 * <p>It is longer than other classes on purpose: buffer, mode and the place of the row are one state, which each transition changes
 * together and going back restores together. What has a state of its own stands apart: {@link ByteFinder}, {@link LineCount},
 * {@link CellPlaces}, {@link RowQuotes}, {@link DoubledQuotes} and {@link Rereading}.
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
    private final RowSink sink;

    private byte[] buffer;
    private int limit;
    private boolean eof;
    private int at;
    private final Rereading rereading;

    private Mode mode = Mode.CELL;
    private int rowStart;
    private long rowLine = 1;
    private final LineCount lines = new LineCount();
    private boolean nul;
    private long seen;

    private int cellStart;
    private final CellPlaces places;

    private final RowQuotes quotes = new RowQuotes();
    private final DoubledQuotes doubledQuotes = new DoubledQuotes();

    /** Bytes that are no longer in the buffer, and how far reading had gone when it last went back. */
    private long gone;

    private long goneBack;

    RowSplitter(InputStream in, byte delimiter, byte quote, int bufferSize, Limits limits, RowSink sink) {
        this.in = in;
        this.delimiter = delimiter;
        this.quote = quote;
        this.finder = new ByteFinder(delimiter, quote);
        this.buffer = new byte[Math.max(8, bufferSize) + SLACK];
        this.maxRow = limits.maxRowBytes();
        this.rereading = new Rereading(maxRow);
        this.places = new CellPlaces(limits.maxColumns());
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
        // What stands behind the bytes read must not be taken for one that matters, whatever the file takes for its
        // delimiter.
        Arrays.fill(buffer, limit, limit + SLACK, delimiter == 'a' ? (byte) 'b' : (byte) 'a');
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
        lines.shift(by);
        quotes.shift(by);
        places.shift(by);
    }

    /** Goes over all whole words, at the end of the input over all words. */
    private void scan() {
        byte[] bytes = buffer;
        int safe = eof ? limit : limit - 7;
        int i = at;
        long all = seen;
        int[] from = places.starts;
        int[] to = places.ends;
        int start = cellStart;
        int n = places.count;
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
                places.count = n;
                cellStart = start;
                seen = all;
                boolean goesOn = take(hit, p);
                all = rowStart == p + 1 ? word : all;
                from = places.starts;
                to = places.ends;
                start = cellStart;
                n = places.count;
                plain = mode == Mode.CELL;
                if (!goesOn) {
                    next = at;
                    break;
                }
            }
            i = next;
        }
        places.count = n;
        cellStart = start;
        seen = all;
        at = Math.min(i, limit);
    }

    private void cell(int end) {
        places.add(cellStart, end);
        cellStart = end + 1;
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
                mode = Mode.QUOTED;
                quotes.opens(p, lines.line());
            }
        } else if (hit == delimiter) {
            cell(p);
        } else if (hit == '\n' && lines.isHalf(p)) {
            startRow(p + 1);
        } else if (hit == '\n' || hit == '\r') {
            if (p > rowStart) {
                cell(p);
                if (!endRow(p)) {
                    return false;
                }
            }
            lines.end(hit, p);
            startRow(p + 1);
        } else if (hit == 0) {
            nul = true;
        }
        return true;
    }

    private void inQuotes(byte hit, int p) {
        if (hit == quote) {
            mode = Mode.CLOSING;
            quotes.closes(p);
        } else if (hit == '\n' || hit == '\r') {
            lines.end(hit, p);
            quotes.breaks(p);
        } else if (hit == 0) {
            nul = true;
        }
    }

    private boolean afterQuotes(byte hit, int p) {
        if (hit == quote && p == quotes.close() + 1) {
            quotes.goesOn();
            mode = Mode.QUOTED;
            return true;
        }
        boolean ends = hit == delimiter || hit == '\n' || hit == '\r';
        if (!ends) {
            return hit == '\t' || unclosed(p);
        }
        if (!ByteFinder.isBlank(buffer, quotes.close() + 1, p)) {
            return unclosed(p);
        }
        quotedCell(p);
        if (hit == delimiter) {
            return true;
        }
        if (!endRow(p)) {
            return false;
        }
        lines.end(hit, p);
        startRow(p + 1);
        return true;
    }

    /** A cell in quotes ends with what stands between them; {@code p} is the delimiter or line end behind. */
    private void quotedCell(int p) {
        if (quotes.hasDoubled() && places.hasRoom()) {
            doubledQuotes.in(places.count);
        }
        cellStart = quotes.open() + 1;
        cell(quotes.close());
        cellStart = p + 1;
        mode = Mode.CELL;
    }

    private void skipping(byte hit, int p) {
        if (hit == '\n' || hit == '\r') {
            lines.end(hit, p);
            startRow(p + 1);
        }
    }

    private void startRow(int p) {
        mode = Mode.CELL;
        rowStart = p;
        cellStart = p;
        places.count = 0;
        doubledQuotes.none();
        rowLine = lines.line();
        nul = false;
        quotes.startRow();
    }

    /** Hands the row on; false when it is too long and reading goes on elsewhere. */
    private boolean endRow(int p) {
        if (p - rowStart > maxRow) {
            at = p;
            return quotes.isSpanning() ? tooLong() : reject("too-long");
        }
        if (nul) {
            return reject("nul");
        }
        if (ByteFinder.hasNonAscii(seen) && !Utf8.isValid(buffer, rowStart, p) && !sink.wantsBroken()) {
            return reject("encoding");
        }
        // Only now, since up to here reading may have to go back.
        doubledQuotes.single(buffer, quote, places.starts, places.ends);
        sink.row(buffer, places.starts, places.ends, places.count, rowLine);
        return true;
    }

    private boolean reject(String reason) {
        sink.rejected(rowLine, reason);
        return true;
    }

    /** The row is over its limit; false, since reading goes on at {@link #at}. */
    private boolean tooLong() {
        if (quotes.isSpanning()) {
            boolean fits = quotes.spanBreak() - rowStart <= maxRow;
            return resume(quotes.spanOpen(), quotes.spanLine(), fits ? "quote" : "too-long");
        }
        reject("too-long");
        mode = Mode.SKIP;
        return false;
    }

    /** The quote that was opened last isn't closed as it should be, which shows at {@code p}. */
    private boolean unclosed(int p) {
        at = p;
        return p - rowStart > maxRow ? tooLong() : resume(quotes.open(), quotes.openLine(), "quote");
    }

    /** Rejects the row and goes back to where a quote was opened, to skip the rest of that line only. */
    private boolean resume(int open, long openLine, String reason) {
        reject(reason);
        rereading.again(at - open, rowLine);
        goneBack = Math.max(goneBack, gone + at);
        mode = Mode.SKIP;
        at = open + 1;
        lines.goBack(openLine);
        quotes.startRow();
        return false;
    }

    /** At the end of the input; false when a quote was left open and reading goes back to the line after it. */
    private boolean finish() {
        if (mode == Mode.QUOTED || (mode == Mode.CLOSING && !ByteFinder.isBlank(buffer, quotes.close() + 1, limit))) {
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
