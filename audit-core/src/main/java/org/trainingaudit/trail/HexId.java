package org.trainingaudit.trail;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads 64 lower-case hex digits, eight at a time, and says what the first 32 of them stand for. */
final class HexId {

    static final int LENGTH = 64;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long HIGH_HALVES = 0xf0f0_f0f0_f0f0_f0f0L;
    private static final long LOW_HALVES = ONES * 0x0f;
    private static final long FIFTH_BITS = ONES * 0x10;
    private static final long DIGITS = ONES * 0x30;

    /** The first sixteen digits. */
    long high;

    /** The next sixteen. */
    long low;

    /** All bits that are not as in a digit, of all eights so far. */
    private long bad;

    /** Reads the digits at a place; false if one of the 64 bytes is none. */
    boolean read(byte[] bytes, int at) {
        bad = 0;
        high = (eight(bytes, at) << 32) | eight(bytes, at + 8);
        low = (eight(bytes, at + 16) << 32) | eight(bytes, at + 24);
        for (int next = at + 32; next < at + LENGTH; next += Long.BYTES) {
            eight(bytes, next);
        }
        return bad == 0;
    }

    /** What eight digits stand for; each step works on all eight bytes, none of which reaches into the next. */
    private long eight(byte[] bytes, int at) {
        long text = (long) LONGS.get(bytes, at);
        long letters = (text >>> 6) & ONES;
        long values = (text & LOW_HALVES) + 9 * letters;
        long tenOrMore = ((values + 6 * ONES) >>> 4) & ONES;
        bad |= (text & HIGH_BITS)
                | ((text & HIGH_HALVES) ^ (DIGITS + letters * 0x30))
                | (values & FIFTH_BITS)
                | (tenOrMore ^ letters);
        long pairs = (values | (values >>> 4)) & 0x00ff_00ff_00ff_00ffL;
        long fours = (pairs | (pairs >>> 8)) & 0x0000_ffff_0000_ffffL;
        return (fours | (fours >>> 16)) & 0xffff_ffffL;
    }
}
