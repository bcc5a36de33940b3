package org.trainingaudit.use;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;

/** Lines of UTF-8 text of any number, each of bounded length. */
final class LineReader {

    private static final int LONGEST = 4 * 1024 * 1024;

    private final InputStream in;
    private final String shown;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private int number;
    private boolean tooLong;

    LineReader(InputStream in, String shown) {
        this.in = in;
        this.shown = shown;
    }

    /** Goes to the next line; false where there is none. */
    boolean next() throws IOException {
        bytes.reset();
        tooLong = false;
        if (!fill()) {
            return false;
        }
        number++;
        while (fill()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            take(end);
            from = end + 1;
            if (end < to) {
                return true;
            }
        }
        return true;
    }

    /** Makes sure that there are bytes in the buffer; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (from >= to) {
            from = 0;
            to = in.read(buffer);
        }
        return from < to;
    }

    private void take(int end) {
        tooLong |= bytes.size() + end - from > LONGEST;
        if (!tooLong) {
            bytes.write(buffer, from, end - from);
        }
    }

    /** The number of the line, counted from 1. */
    int number() {
        return number;
    }

    /** The line without its end and without a byte-order mark; nothing, and a fault, where it's too long or not UTF-8. */
    Optional<String> text(Faults faults) {
        if (tooLong) {
            faults.add(at(), "the line has more than " + LONGEST + " bytes; it isn't read");
            return Optional.empty();
        }
        Optional<String> text = Utf8.text(bytes.toByteArray());
        if (text.isEmpty()) {
            faults.add(at(), "the line is not valid UTF-8; save the file as UTF-8");
        }
        return text.map(line -> number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line);
    }

    private Location at() {
        return new Location(shown, number, 1, "");
    }
}
