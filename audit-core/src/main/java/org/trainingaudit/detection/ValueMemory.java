package org.trainingaudit.detection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Short values of a column with what was found in them, as long as values come again. Of fixed size: a value that needs
 * another's place takes it. Values are compared byte by byte, so that none is ever taken for another.
 */
final class ValueMemory {

    static final int LONGEST = 48;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** After so many values it is asked whether remembering pays. */
    private static final int TRIAL = 2048;

    /** After so many values without remembering it is tried again. */
    private static final int PAUSE = 30 * TRIAL;

    private final int slots;
    private byte[] values = {};
    private byte[] lengths = {};
    private ColumnCounter.@Nullable Seen[] seen = {};
    private int asked;
    private int known;
    private int pause;
    private int slot = -1;
    private int turn;

    /** The bit in which the numbers of two places that belong together differ; 0 where there is only one. */
    private final int neighbour;

    /** Of so many places, a power of 2; remembers nothing with 0. */
    ValueMemory(int slots) {
        this.slots = slots;
        this.neighbour = slots > 1 ? 1 : 0;
        this.pause = slots == 0 ? Integer.MAX_VALUE : 0;
    }

    /** What was found in the value, if it is remembered. */
    ColumnCounter.@Nullable Seen recall(byte[] bytes, int start, int end) {
        slot = -1;
        int length = end - start;
        if (length > LONGEST || length == 0 || rests()) {
            return null;
        }
        asked++;
        slot = slot(bytes, start, end);
        if (!holds(slot, bytes, start, end)) {
            // Two places stand open to each value; one of both in turn goes where it has neither.
            slot ^= neighbour;
            if (!holds(slot, bytes, start, end)) {
                slot ^= turn & neighbour;
                turn++;
                return null;
            }
        }
        known++;
        return seen[slot];
    }

    private boolean holds(int place, byte[] bytes, int start, int end) {
        int at = place * LONGEST;
        int length = end - start;
        return lengths[place] == length && Arrays.equals(values, at, at + length, bytes, start, end);
    }

    /** Whether it takes a pause; at the end of a trial that didn't pay it begins one. */
    private boolean rests() {
        if (pause > 0) {
            pause -= slots == 0 ? 0 : 1;
            return true;
        }
        if (asked == TRIAL) {
            boolean pays = 3 * known > asked;
            asked = 0;
            known = 0;
            if (!pays) {
                pause = PAUSE;
                return true;
            }
        }
        if (seen.length == 0) {
            values = new byte[slots * LONGEST];
            lengths = new byte[slots];
            seen = new ColumnCounter.Seen[slots];
        }
        return false;
    }

    /** Remembers the value that was last asked for. */
    void keep(byte[] bytes, int start, int end, ColumnCounter.Seen what) {
        if (slot >= 0) {
            System.arraycopy(bytes, start, values, slot * LONGEST, end - start);
            lengths[slot] = (byte) (end - start);
            seen[slot] = what;
        }
    }

    private int slot(byte[] bytes, int start, int end) {
        long hash = (long) end - start;
        int i = start;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            hash = (hash ^ (long) WORD.get(bytes, i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        for (; i < end; i++) {
            hash = (hash ^ bytes[i]) * 0x9E3779B97F4A7C15L;
        }
        hash ^= hash >>> 32;
        return (int) (hash ^ (hash >>> 17)) & (slots - 1);
    }
}
