package org.trainingaudit.trail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A reading of an entry that takes it without making anything of it, or says that it isn't sure. One object reads many
 * entries, one after the other, and says where the parts of the last one lie. Not for use by several threads.
 */
final class QuickEntry {

    private static final byte[] BODY = ascii("{\"body\":{");
    private static final byte[] ID = ascii(",\"id\":\"");
    private static final byte[] KIND = ascii("\",\"kind\":\"");
    private static final byte[] RUN = ascii("\",\"run\":\"");
    private static final byte[] SEQ = ascii(",\"seq\":");
    private static final byte[] TS = ascii(",\"ts\":\"");
    private static final byte[] END = ascii("\",\"v\":1}");
    private static final byte[] TS_FORM = ascii("0000-00-00T00:00:00.000Z");
    private static final int ID_LENGTH = 64;
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
    long idHigh;
    long idLow;

    private final byte[] goodTs = new byte[TS_LENGTH];

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether these bytes are surely the entry at that place. */
    boolean read(byte[] bytes, int from, int to, long seq) {
        if (!stands(BODY, bytes, from, to)) {
            return false;
        }
        bodyFrom = from + BODY.length - 1;
        bodyTo = Skim.object(bytes, bodyFrom, to, 1);
        return bodyTo >= 0 && id(bytes, to) && kind(bytes, to) && run(bytes, to) && rest(bytes, to, seq);
    }

    private static boolean stands(byte[] wanted, byte[] bytes, int at, int to) {
        return at + wanted.length <= to && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private boolean id(byte[] bytes, int to) {
        idFrom = bodyTo + ID.length;
        if (!stands(ID, bytes, bodyTo, to) || idFrom + ID_LENGTH > to) {
            return false;
        }
        int bad = 0;
        long[] words = new long[4];
        for (int i = 0; i < ID_LENGTH; i++) {
            int digit = digit(bytes[idFrom + i]);
            bad |= digit;
            words[i >>> 4] = (words[i >>> 4] << 4) | (digit & 15);
        }
        idHigh = words[0];
        idLow = words[1];
        return bad >= 0;
    }

    /** Below 0 for what is no lower-case hex digit. */
    private static int digit(byte hex) {
        if (hex >= '0' && hex <= '9') {
            return hex - '0';
        }
        return hex >= 'a' && hex <= 'f' ? hex - 'a' + 10 : -1;
    }

    private boolean kind(byte[] bytes, int to) {
        int before = idFrom + ID_LENGTH;
        kindFrom = before + KIND.length;
        if (!stands(KIND, bytes, before, to)) {
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
        if (!stands(RUN, bytes, kindTo, to)) {
            return false;
        }
        runTo = Skim.string(bytes, runFrom, to) - 1;
        return runTo >= runFrom;
    }

    private boolean rest(byte[] bytes, int to, long seq) {
        int at = runTo + 1;
        if (!stands(SEQ, bytes, at, to)) {
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
                && stands(TS, bytes, at, to)
                && stands(END, bytes, tsFrom + TS_LENGTH, to)
                && tsFrom + TS_LENGTH + END.length == to
                && ts(bytes);
    }

    /** Entries of one moment follow each other, so most times are like the one before. */
    private boolean ts(byte[] bytes) {
        if (Arrays.equals(bytes, tsFrom, tsFrom + TS_LENGTH, goodTs, 0, TS_LENGTH)) {
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
            System.arraycopy(bytes, tsFrom, goodTs, 0, TS_LENGTH);
        }
        return good;
    }

    private int two(byte[] bytes, int at) {
        return (bytes[tsFrom + at] - '0') * 10 + bytes[tsFrom + at + 1] - '0';
    }
}
