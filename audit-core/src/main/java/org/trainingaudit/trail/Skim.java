package org.trainingaudit.trail;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes over the bytes of canonical JSON and makes nothing of them: tells where a value ends, or that it isn't surely in the one
 * form. What it takes, {@link StrictJson} takes as well; what it doesn't take is for that class to decide and to explain.
 *
 * <p>Written for speed: eight bytes of a text at a time, no object made. Letters that could be part of a composed one are
 * left to the slower reading.
 */
final class Skim {

    /** Answered in place of an end. */
    static final int UNSURE = -1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private static final int DEEPEST = 8;
    private static final int LONGEST_NAME = 64;
    /** So many digits are within 2^53-1 whatever they are. */
    private static final int SAFE_DIGITS = 15;

    private static final int TRUE = ascii("true");
    private static final int ALSE = ascii("alse");
    private static final int NULL = ascii("null");

    /** 1 for a letter, 2 for a digit or an underscore. */
    private static final byte[] IN_NAMES = new byte[256];

    static {
        Arrays.fill(IN_NAMES, 'a', 'z' + 1, (byte) 1);
        Arrays.fill(IN_NAMES, '0', '9' + 1, (byte) 2);
        IN_NAMES['_'] = 2;
    }

    private Skim() {}

    private static int ascii(String four) {
        return (int) INTS.get(four.getBytes(StandardCharsets.US_ASCII), 0);
    }

    /** The end of the value that starts at a place; the value stands at that level. */
    static int value(byte[] bytes, int at, int end, int level) {
        if (at >= end || level > DEEPEST) {
            return UNSURE;
        }
        return switch (bytes[at]) {
            case '"' -> string(bytes, at + 1, end);
            case '{' -> object(bytes, at, end, level);
            case '[' -> array(bytes, at, end, level);
            case 't' -> word(bytes, at, end, TRUE);
            case 'f' -> word(bytes, at + 1, end, ALSE);
            case 'n' -> word(bytes, at, end, NULL);
            default -> number(bytes, at, end);
        };
    }

    /** The end of an object that starts at a place. */
    static int object(byte[] bytes, int at, int end, int level) {
        int next = at + 1;
        if (next < end && bytes[next] == '}') {
            return next + 1;
        }
        int before = 0;
        int beforeEnd = 0;
        while (true) {
            int name = next + 1;
            int nameEnd = name(bytes, next, end);
            if (nameEnd < 0 || (beforeEnd > 0 && !isAfter(bytes, name, nameEnd, before, beforeEnd))) {
                return UNSURE;
            }
            next = value(bytes, nameEnd + 2, end, level + 1);
            if (next < 0 || next >= end) {
                return UNSURE;
            }
            byte then = bytes[next];
            if (then == '}') {
                return next + 1;
            }
            if (then != ',') {
                return UNSURE;
            }
            next++;
            before = name;
            beforeEnd = nameEnd;
        }
    }

    /** Where a member's name ends, if it's one, has quotes around it and a colon behind it. */
    private static int name(byte[] bytes, int quote, int end) {
        int first = quote + 1;
        if (first >= end || bytes[quote] != '"' || IN_NAMES[bytes[first] & 0xff] != 1) {
            return UNSURE;
        }
        int at = first + 1;
        while (at < end && IN_NAMES[bytes[at] & 0xff] != 0) {
            at++;
        }
        boolean good = at - first <= LONGEST_NAME && at + 1 < end && bytes[at] == '"' && bytes[at + 1] == ':';
        return good ? at : UNSURE;
    }

    /** Whether a name sorts behind the one before it; most differ in a letter near their beginning. */
    private static boolean isAfter(byte[] bytes, int name, int nameEnd, int before, int beforeEnd) {
        int length = Math.min(nameEnd - name, beforeEnd - before);
        for (int i = 0; i < length; i++) {
            int order = bytes[name + i] - bytes[before + i];
            if (order != 0) {
                return order > 0;
            }
        }
        return nameEnd - name > beforeEnd - before;
    }

    private static int array(byte[] bytes, int at, int end, int level) {
        int next = at + 1;
        if (next < end && bytes[next] == ']') {
            return next + 1;
        }
        while (true) {
            next = value(bytes, next, end, level + 1);
            if (next < 0 || next >= end) {
                return UNSURE;
            }
            byte then = bytes[next];
            if (then == ']') {
                return next + 1;
            }
            if (then != ',') {
                return UNSURE;
            }
            next++;
        }
    }

    private static int word(byte[] bytes, int at, int end, int four) {
        int after = at + Integer.BYTES;
        return after <= end && (int) INTS.get(bytes, at) == four ? after : UNSURE;
    }

    private static int number(byte[] bytes, int at, int end) {
        int first = bytes[at] == '-' ? at + 1 : at;
        int next = first;
        while (next < end && bytes[next] >= '0' && bytes[next] <= '9') {
            next++;
        }
        int digits = next - first;
        boolean zero = digits > 0 && bytes[first] == '0';
        boolean good = digits >= 1 && digits <= SAFE_DIGITS && !(zero && (digits > 1 || first > at));
        return good ? next : UNSURE;
    }

    /** The place after the closing quote of a text whose first byte, after the opening one, is at a place. */
    static int string(byte[] bytes, int from, int end) {
        int at = plain(bytes, from, end);
        return at < end && bytes[at] == '"' ? at + 1 : further(bytes, at, end);
    }

    /** The same, of a text that has more in it than plain ASCII, or whose end isn't found yet. */
    private static int further(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            int next = bytes[at];
            if (next == '"') {
                return at + 1;
            }
            if (next == '\\') {
                at = escape(bytes, at + 1, end);
            } else if (next < 0) {
                at = letter(bytes, at, end);
            } else if (next < ' ') {
                return UNSURE;
            } else {
                at++;
            }
            if (at < 0) {
                return UNSURE;
            }
            at = plain(bytes, at, end);
        }
        return UNSURE;
    }

    /** The first byte from a place on that isn't plain ASCII inside a text; near the end it may stop too early. */
    static int plain(byte[] bytes, int from, int end) {
        int at = from;
        while (at + Long.BYTES <= end) {
            long eight = (long) LONGS.get(bytes, at);
            long special =
                    (eight | zero(eight ^ QUOTES) | zero(eight ^ BACKSLASHES) | ((eight - SPACES) & ~eight)) & HIGH;
            if (special != 0) {
                return at + (Long.numberOfTrailingZeros(special) >>> 3);
            }
            at += Long.BYTES;
        }
        return at;
    }

    /** The highest bit of each byte that is 0; exact up to the first such byte. */
    private static long zero(long eight) {
        return (eight - ONES) & ~eight;
    }

    private static int escape(byte[] bytes, int at, int end) {
        if (at >= end) {
            return UNSURE;
        }
        return switch (bytes[at]) {
            case '"', '\\', 'b', 't', 'n', 'f', 'r' -> at + 1;
            case 'u' -> control(bytes, at + 1, end);
            default -> UNSURE;
        };
    }

    private static int control(byte[] bytes, int at, int end) {
        if (at + 4 > end || bytes[at] != '0' || bytes[at + 1] != '0') {
            return UNSURE;
        }
        int high = bytes[at + 2] - '0';
        int low = Character.digit(bytes[at + 3], 16);
        boolean lower = bytes[at + 3] < 'A' || bytes[at + 3] > 'F';
        int code = high * 16 + low;
        boolean isShort = code == '\b' || code == '\t' || code == '\n' || code == '\f' || code == '\r';
        return (high == 0 || high == 1) && low >= 0 && lower && !isShort ? at + 4 : UNSURE;
    }

    /** The end of a letter beyond ASCII that is surely in form NFC, whatever stands beside it. */
    private static int letter(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        if (first >= 0xc2 && first <= 0xcb && at + 1 < end && isMore(bytes[at + 1])) {
            return at + 2;
        }
        if (first >= 0xe3 && first <= 0xef && at + 2 < end && isMore(bytes[at + 1]) && isMore(bytes[at + 2])) {
            int code = ((first & 0x0f) << 12) | ((bytes[at + 1] & 0x3f) << 6) | (bytes[at + 2] & 0x3f);
            return isAlone(code) ? at + 3 : UNSURE;
        }
        return UNSURE;
    }

    private static boolean isMore(byte next) {
        return (next & 0xc0) == 0x80;
    }

    /** Kana without the two marks that join what is before them, the Chinese characters, full-width forms. */
    private static boolean isAlone(int code) {
        return (code >= 0x3001 && code <= 0x3029)
                || (code >= 0x3041 && code <= 0x3096)
                || (code >= 0x309d && code <= 0x30ff)
                || (code >= 0x4e00 && code <= 0x9fff)
                || (code >= 0xff01 && code <= 0xff9d);
    }
}
