package org.trainingaudit.use;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;

/** Lines of UTF-8 text of any number, each of bounded length. */
final class LineReader {

    private static final int LONGEST = 4 * 1024 * 1024;

    private final InputStream in;
    private final String shown;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
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
        int next = in.read();
        if (next < 0) {
            return false;
        }
        number++;
        for (; next >= 0 && next != '\n'; next = in.read()) {
            tooLong |= bytes.size() >= LONGEST;
            if (!tooLong) {
                bytes.write(next);
            }
        }
        return true;
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
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            return Optional.of(number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            faults.add(at(), "the line is not valid UTF-8; save the file as UTF-8");
            return Optional.empty();
        }
    }

    private Location at() {
        return new Location(shown, number, 1, "");
    }
}
