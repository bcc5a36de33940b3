package org.trainingaudit.detection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text as one number, so that all are asked at once: an answer has the highest bit set of each byte of which
 * it is so. Bytes beyond ASCII must be told apart before; the others have room for a carry.
 */
final class EightBytes {

    /** The bytes of a text that aren't ASCII. */
    static final long BEYOND_ASCII = 0x8080808080808080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long SMALL = EACH * 0x20;

    private EightBytes() {}

    /** Those from there on. */
    static long at(byte[] bytes, int start) {
        return (long) LONGS.get(bytes, start);
    }

    /** Those from there to the end, fewer than eight, and zeros. */
    static long last(byte[] bytes, int start, int end) {
        long eight = 0;
        for (int i = end - 1; i >= start; i--) {
            eight = eight << Byte.SIZE | (bytes[i] & 0xFF);
        }
        return eight;
    }

    static long digits(long eight) {
        return between(eight, '0', '9');
    }

    static long capitals(long eight) {
        return between(eight, 'A', 'Z');
    }

    static long letters(long eight) {
        return between(eight | SMALL, 'a', 'z');
    }

    private static long between(long eight, int first, int last) {
        return (eight + EACH * (0x80 - first)) & ~(eight + EACH * (0x7F - last)) & BEYOND_ASCII;
    }
}
