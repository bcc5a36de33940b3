package org.trainingaudit.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Lines of a CSV file as bytes, laid out cell by cell in a buffer that is used again. Quotes stand where Commons CSV would put
 * them (its mode {@code MINIMAL}, and around every guarded cell). Written for speed; not for use by several threads.
 */
public final class CsvLines {

    private static final byte QUOTE = '"';
    private static final byte COMMA = ',';

    private final CsvDialect dialect;
    private final byte[] lineEnd;
    private byte[] buffer = new byte[1 << 12];
    private int length;

    /** Lines of that layout. */
    public CsvLines(CsvDialect dialect) {
        this.dialect = dialect;
        this.lineEnd = dialect.lineEnd().getBytes(StandardCharsets.UTF_8);
    }

    /** The first line: the byte-order mark where the layout has one, and the names of the columns. */
    public byte[] header(CsvSchema schema) {
        clear();
        append(dialect.mark().getBytes(StandardCharsets.UTF_8));
        List<CsvColumn> columns = schema.columns();
        for (int i = 0; i < columns.size(); i++) {
            cell(columns.get(i).name(), CsvType.STRING, i == 0);
        }
        append(lineEnd);
        return Arrays.copyOf(buffer, length);
    }

    /**
     * Lays out one line in place of the last; {@link #bytes} and {@link #length} have it.
     *
     * @throws IllegalArgumentException if the cells don't fit the columns
     */
    public void line(CsvSchema schema, List<String> cells) {
        schema.check(cells);
        clear();
        List<CsvColumn> columns = schema.columns();
        for (int i = 0; i < cells.size(); i++) {
            cell(cells.get(i), columns.get(i).type(), i == 0);
        }
        append(lineEnd);
    }

    /** The buffer that holds the last line from its beginning on; the next line overwrites it. */
    public byte[] bytes() {
        return buffer;
    }

    /** How many bytes the last line has. */
    public int length() {
        return length;
    }

    private void clear() {
        length = 0;
    }

    private void cell(String text, CsvType type, boolean first) {
        if (!first) {
            room(1);
            buffer[length++] = COMMA;
        }
        String safe = type.isText() ? FormulaGuard.guard(text) : text;
        if (safe.length() == text.length() && isPlain(text, first)) {
            length += text.length();
            return;
        }
        byte[] bytes = safe.getBytes(StandardCharsets.UTF_8);
        if (safe.length() != text.length() || isQuoted(bytes, first)) {
            quoted(bytes);
        } else {
            append(bytes);
        }
    }

    /** Whether a cell is ASCII without need of quotes, as most are; then it lies behind what is laid out so far. */
    private boolean isPlain(String text, boolean first) {
        int size = text.length();
        if (size == 0) {
            return !first;
        }
        if (text.charAt(0) <= '#' || text.charAt(size - 1) <= ' ') {
            return false;
        }
        room(size);
        for (int i = 0; i < size; i++) {
            char next = text.charAt(i);
            if (next >= 0x80 || next == COMMA || next == QUOTE || next == '\n' || next == '\r') {
                return false;
            }
            buffer[length + i] = (byte) next;
        }
        return true;
    }

    /** The first cell of a line is quoted also where it's empty, since it may be the only one. */
    private static boolean isQuoted(byte[] bytes, boolean first) {
        if (bytes.length == 0) {
            return first;
        }
        int begins = bytes[0] & 0xff;
        byte ends = bytes[bytes.length - 1];
        if (begins <= '#' || (ends >= 0 && ends <= ' ')) {
            return true;
        }
        for (byte next : bytes) {
            if (next == COMMA || next == QUOTE || next == '\n' || next == '\r') {
                return true;
            }
        }
        return false;
    }

    private void quoted(byte[] bytes) {
        room(2 * bytes.length + 2);
        buffer[length++] = QUOTE;
        for (byte next : bytes) {
            if (next == QUOTE) {
                buffer[length++] = QUOTE;
            }
            buffer[length++] = next;
        }
        buffer[length++] = QUOTE;
    }

    private void append(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }
}
