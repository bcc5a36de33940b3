package org.trainingaudit.trail;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Hashes over pieces of arrays, for tables in memory. Quick, and of no use against somebody who wants two to be alike. */
final class Slices {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9e37_79b9_7f4a_7c15L;

    private Slices() {}

    static int hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = (rest << 8) | (bytes[at] & 0xff);
        }
        hash = mixed(hash ^ rest);
        return (int) (hash >>> 32);
    }

    private static long mixed(long value) {
        long spread = value * FACTOR;
        return spread ^ (spread >>> 29);
    }
}
