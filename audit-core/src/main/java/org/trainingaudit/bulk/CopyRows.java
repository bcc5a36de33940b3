package org.trainingaudit.bulk;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Rows in the binary form of PostgreSQL's {@code COPY}: for each its number of values, for each value its length and its bytes.
 * Nothing has to be escaped, and bytes are sent as they are.
 */
final class CopyRows {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int FLAGS_AND_EXTENSION = 8;
    private static final int NONE = -1;
    private static final OffsetDateTime EPOCH = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** How a column's values are sent. */
    enum Form {
        FLAG(1),
        SHORT(2),
        INTEGER(4),
        LONG(8),
        DAY(4),
        MOMENT(8),
        TEXT(0),
        BYTES(0);

        private final int width;

        Form(int width) {
            this.width = width;
        }

        /** The number that is sent; one of more bytes than the column has would arrive as another. */
        long number(Object value) {
            long number = switch (this) {
                case FLAG -> (Boolean) value ? 1 : 0;
                case DAY -> EPOCH.toLocalDate().until((LocalDate) value, ChronoUnit.DAYS);
                case MOMENT -> EPOCH.until((OffsetDateTime) value, ChronoUnit.MICROS);
                default -> ((Number) value).longValue();
            };
            int unused = Long.SIZE - Byte.SIZE * width;
            if (number << unused >> unused != number) {
                throw new DataIntegrityViolationException("a number needs more than the " + width
                        + " bytes of its column; widen the column, or look why it is so large");
            }
            return number;
        }
    }

    private final List<Form> forms;
    private byte[] buffer = new byte[1 << 16];
    private int length;

    CopyRows(List<Form> forms) {
        this.forms = forms;
        all(SIGNATURE);
        number(0, FLAGS_AND_EXTENSION);
    }

    void row(@Nullable Object[] values) {
        number(forms.size(), 2);
        for (int i = 0; i < forms.size(); i++) {
            value(forms.get(i), values[i]);
        }
    }

    private void value(Form form, @Nullable Object value) {
        if (value == null) {
            number(NONE, 4);
        } else if (form.width > 0) {
            number(form.width, 4);
            number(form.number(value), form.width);
        } else {
            byte[] bytes =
                    form == Form.BYTES ? (byte[]) value : value.toString().getBytes(StandardCharsets.UTF_8);
            number(bytes.length, 4);
            all(bytes);
        }
    }

    private void all(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void number(long number, int bytes) {
        room(bytes);
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            buffer[length++] = (byte) (number >> shift);
        }
    }

    private void room(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }

    /** Takes a stretch of bytes. */
    @FunctionalInterface
    interface Sink {
        void take(byte[] bytes, int from, int count) throws SQLException;
    }

    /** Sends all rows, with the sign that ends them. */
    void send(Sink sink) throws SQLException {
        number(NONE, 2);
        sink.take(buffer, 0, length);
    }
}
