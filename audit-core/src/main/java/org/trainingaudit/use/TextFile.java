package org.trainingaudit.use;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;

/** A whole file of UTF-8 text, which knows the line and column of each of its characters. Not for use by several threads. */
final class TextFile {

    static final long LARGEST = 64L * 1024 * 1024;

    /** Would move the caret or the terminal of whoever reads the fault. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final String shown;
    private final String text;
    private final String[] lines;
    private final int[] starts;
    private int lastOffset;
    private int lastColumn = 1;

    TextFile(String shown, String text) {
        this.shown = shown;
        this.text = text;
        this.lines = text.split("\r\n|\r|\n", -1);
        this.starts = new int[lines.length];
        for (int line = 1; line < lines.length; line++) {
            int end = starts[line - 1] + lines[line - 1].length();
            starts[line] = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        Arrays.setAll(lines, line -> CONTROL.matcher(lines[line]).replaceAll("\uFFFD"));
    }

    /** The file's text without a byte-order mark; nothing, and a fault, where it can't be read whole. */
    static Optional<TextFile> read(Path file, Faults faults) {
        try {
            if (!Files.isRegularFile(file)) {
                String found = Files.exists(file) ? "not a regular file" : "no such file";
                faults.add(Location.of(file.toString()), found + "; mend its path or take it off the list");
                return Optional.empty();
            }
            if (Files.size(file) > LARGEST) {
                faults.add(
                        Location.of(file.toString()),
                        "the file has " + Files.size(file) + " bytes; at most " + LARGEST + " are read, so split it");
                return Optional.empty();
            }
            return decode(file, Files.readAllBytes(file), faults);
        } catch (IOException e) {
            faults.add(
                    Location.of(file.toString()),
                    "the file can't be read (" + e.getClass().getSimpleName() + "); check its permissions");
            return Optional.empty();
        }
    }

    private static Optional<TextFile> decode(Path file, byte[] bytes, Faults faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            TextFile readable = new TextFile(file.toString(), text);
            faults.add(
                    readable.at(text.length()),
                    "from here on the file is not UTF-8; save it as UTF-8 (in Excel: 'CSV UTF-8')");
            return Optional.empty();
        }
        return Optional.of(new TextFile(file.toString(), text.startsWith("\uFEFF") ? text.substring(1) : text));
    }

    String shown() {
        return shown;
    }

    String text() {
        return text;
    }

    /** Where a line begins, counted from 1, as an offset into the text. */
    int start(int line) {
        return starts[Math.min(line, starts.length) - 1];
    }

    /** The place of the character at an offset. */
    Location at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Location(shown, line + 1, column(line, offset), lines[line]);
    }

    /** Counted from the place that was asked for last where that stands before it in the line: a line may be the whole file. */
    private int column(int line, int offset) {
        int to = Math.min(offset, starts[line] + lines[line].length());
        boolean onwards = lastOffset >= starts[line] && lastOffset <= to;
        int from = onwards ? lastOffset : starts[line];
        lastColumn = (onwards ? lastColumn : 1) + text.codePointCount(from, to);
        lastOffset = to;
        return lastColumn;
    }
}
