package org.trainingaudit.detection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Outlines that have come several times, with the patterns that may match in texts of them. Of fixed size: an outline that needs
 * another's place takes it. For one thread.
 */
final class OutlineMemory {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SLOTS = 2048;
    private static final long[] UNKNOWN = {};

    /** So often has an outline to come before it is worth asking about. */
    private static final int OFTEN = 3;

    /** So many others have to come in vain before an outline of which is known loses its place. */
    private static final int MOST_CREDIT = 16;

    private final Outlines outlines;
    private final byte[] drawn = new byte[Outlines.LONGEST];
    private final byte[] keys = new byte[SLOTS * Outlines.LONGEST];
    private final byte[] lengths = new byte[SLOTS];
    private final byte[] credits = new byte[SLOTS];
    private final long[] @Nullable [] possible = new long[SLOTS][];

    OutlineMemory(Outlines outlines) {
        this.outlines = outlines;
    }

    /** The bits of the patterns that may match in the text; nothing if that isn't known. Not to be changed. */
    long @Nullable [] possible(FoldedText text) {
        if (!Outlines.draw(text, drawn)) {
            return null;
        }
        int length = text.length();
        int slot = slot(length);
        int at = slot * Outlines.LONGEST;
        long[] known = possible[slot];
        if (known == null || lengths[slot] != length || !Arrays.equals(keys, at, at + length, drawn, 0, length)) {
            replace(slot, length);
            return null;
        }
        if (credits[slot] < MOST_CREDIT) {
            credits[slot]++;
        }
        if (known == UNKNOWN && credits[slot] >= OFTEN) {
            known = outlines.possible(drawn, length);
            possible[slot] = known;
        }
        return known == UNKNOWN ? null : known;
    }

    private void replace(int slot, int length) {
        if (--credits[slot] <= 0) {
            System.arraycopy(drawn, 0, keys, slot * Outlines.LONGEST, length);
            lengths[slot] = (byte) length;
            possible[slot] = UNKNOWN;
            credits[slot] = 1;
        }
    }

    private int slot(int length) {
        int whole = (length + 7) & ~7;
        Arrays.fill(drawn, length, whole, (byte) 0);
        long hash = length;
        for (int i = 0; i < whole; i += Long.BYTES) {
            hash = (hash ^ (long) WORD.get(drawn, i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash ^ (hash >>> 32)) & (SLOTS - 1);
    }
}
