package org.trainingaudit.trail;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A reading of an entry that takes it without making anything of it, or says that it isn't sure. One object reads many
 * entries, one after the other, and says where the parts of the last one lie. Not for use by several threads.
 */
final class QuickEntry {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final Fixed BODY = new Fixed("{\"body\":{");
    private static final Fixed ID = new Fixed(",\"id\":\"");
    private static final Fixed KIND = new Fixed("\",\"kind\":\"");
    private static final Fixed RUN = new Fixed("\",\"run\":\"");
    private static final Fixed SEQ = new Fixed(",\"seq\":");
    private static final Fixed TS = new Fixed(",\"ts\":\"");
    private static final Fixed END = new Fixed("\",\"v\":1}");
    private static final byte[] TS_FORM = ascii("0000-00-00T00:00:00.000Z");
    private static final int LONGEST_KIND = 32;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    static final int TS_LENGTH = 24;

    int bodyFrom;
    int bodyTo;
    int idFrom;
    int kindFrom;
    int kindTo;
    /** The run's key between its quotes, as written. */
    int runFrom;

    int runTo;
    int tsFrom;

    private final HexId id = new HexId();
    private final AlikeBodies bodies = new AlikeBodies();

    /** The last time that was found to be one. */
    private final long[] goodTs = new long[TS_LENGTH / Long.BYTES];

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Bytes that always stand between two parts; told by eight or fewer at the beginning and at the end of them. */
    private static final class Fixed {
        final int length;
        private final long head;
        private final long mask;
        private final long tail;

        /** Seven to sixteen bytes. */
        Fixed(String text) {
            byte[] bytes = ascii(text);
            byte[] padded = Arrays.copyOf(bytes, Math.max(Long.BYTES, bytes.length));
            this.length = bytes.length;
            this.mask = length < Long.BYTES ? -1L >>> (Byte.SIZE * (Long.BYTES - length)) : -1L;
            this.head = (long) LONGS.get(padded, 0);
            this.tail = (long) LONGS.get(padded, padded.length - Long.BYTES);
        }

        /** Whether they stand at a place; there is always more of an entry behind them, or they are eight. */
        boolean isAt(byte[] bytes, int at, int to) {
            return at + Math.max(Long.BYTES, length) <= to
                    && ((long) LONGS.get(bytes, at) & mask) == head
                    && (length <= Long.BYTES || (long) LONGS.get(bytes, at + length - Long.BYTES) == tail);
        }
    }

    /** The first 64 bits of the id. */
    long idHigh() {
        return id.high;
    }

    /** The next 64 bits of the id. */
    long idLow() {
        return id.low;
    }

    /** Whether these bytes are surely the entry at that place. */
    boolean read(byte[] bytes, int from, int to, long seq) {
        if (!BODY.isAt(bytes, from, to)) {
            return false;
        }
        bodyFrom = from + BODY.length - 1;
        bodyTo = bodies.end(bytes, bodyFrom, to);
        return bodyTo >= 0 && id(bytes, to) && kind(bytes, to) && run(bytes, to) && rest(bytes, to, seq);
    }

    private boolean id(byte[] bytes, int to) {
        idFrom = bodyTo + ID.length;
        if (!ID.isAt(bytes, bodyTo, to) || idFrom + HexId.LENGTH > to) {
            return false;
        }
        return id.read(bytes, idFrom);
    }

    private boolean kind(byte[] bytes, int to) {
        int before = idFrom + HexId.LENGTH;
        kindFrom = before + KIND.length;
        if (!KIND.isAt(bytes, before, to)) {
            return false;
        }
        int at = kindFrom;
        while (at < to && isKind(bytes[at], at > kindFrom)) {
            at++;
        }
        kindTo = at;
        return at > kindFrom && at - kindFrom <= LONGEST_KIND;
    }

    private static boolean isKind(byte c, boolean further) {
        return (c >= 'a' && c <= 'z') || (further && ((c >= '0' && c <= '9') || c == '_'));
    }

    private boolean run(byte[] bytes, int to) {
        runFrom = kindTo + RUN.length;
        if (!RUN.isAt(bytes, kindTo, to)) {
            return false;
        }
        runTo = Skim.string(bytes, runFrom, to) - 1;
        return runTo >= runFrom;
    }

    private boolean rest(byte[] bytes, int to, long seq) {
        int at = runTo + 1;
        if (!SEQ.isAt(bytes, at, to)) {
            return false;
        }
        at += SEQ.length;
        long number = 0;
        int first = at;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9' && at - first < 17) {
            number = number * 10 + bytes[at] - '0';
            at++;
        }
        boolean plain = at - first == 1 || (at > first && bytes[first] != '0');
        tsFrom = at + TS.length;
        return plain
                && number == seq
                && TS.isAt(bytes, at, to)
                && END.isAt(bytes, tsFrom + TS_LENGTH, to)
                && tsFrom + TS_LENGTH + END.length == to
                && ts(bytes);
    }

    /** Entries of one moment follow each other, so most times are like the one before. */
    private boolean ts(byte[] bytes) {
        if ((long) LONGS.get(bytes, tsFrom) == goodTs[0]
                && (long) LONGS.get(bytes, tsFrom + Long.BYTES) == goodTs[1]
                && (long) LONGS.get(bytes, tsFrom + 2 * Long.BYTES) == goodTs[2]) {
            return true;
        }
        for (int i = 0; i < TS_LENGTH; i++) {
            byte form = TS_FORM[i];
            byte is = bytes[tsFrom + i];
            if (form == '0' ? is < '0' || is > '9' : is != form) {
                return false;
            }
        }
        int year = two(bytes, 0) * 100 + two(bytes, 2);
        int month = two(bytes, 5);
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        boolean good = month >= 1
                && month <= 12
                && two(bytes, 8) >= 1
                && two(bytes, 8) <= DAYS[month - 1] + (leap && month == 2 ? 1 : 0)
                && two(bytes, 11) < 24
                && two(bytes, 14) < 60
                && two(bytes, 17) < 60;
        if (good) {
            for (int i = 0; i < goodTs.length; i++) {
                goodTs[i] = (long) LONGS.get(bytes, tsFrom + i * Long.BYTES);
            }
        }
        return good;
    }

    private int two(byte[] bytes, int at) {
        return (bytes[tsFrom + at] - '0') * 10 + bytes[tsFrom + at + 1] - '0';
    }
}
