package org.trainingaudit.detection;

import org.jspecify.annotations.Nullable;

/**
 * Short values of a column with what was found in them, as long as values come again that differ in their digits at most. Of
 * fixed size: a value that needs another's place takes it. All but the digits is compared, so that no value is ever taken
 * for another. For one thread.
 */
final class ValueMemory {

    /** How many bytes may be read behind a value. */
    static final int SLACK = Long.BYTES;

    private static final int WORDS = 8;
    static final int LONGEST = WORDS * Long.BYTES;

    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    /** After so many values it is asked whether remembering pays. */
    private static final int TRIAL = 2048;

    /** After so many values without remembering it is tried again. */
    private static final int PAUSE = 30 * TRIAL;

    /** Where fewer than one in so many values was known, what is remembered won't pay next time either. */
    private static final int HOPELESS = 8;

    /** So often have digits to come in the same place before it is learnt what they tell. */
    private static final int OFTEN = 3;

    private final int slots;
    private final long[] asked = new long[WORDS];
    private long[] values = {};
    private byte[] lengths = {};

    /** What was found in the value, where it has no digits. */
    private ColumnCounter.@Nullable Seen[] seen = {};

    /** Else how that is told by its digits, once they have come often. */
    private @Nullable DigitTexts[] byDigits = {};

    private byte[] times = {};
    private int count;
    private int known;
    private int pause;
    private int slot = -1;
    private boolean held;
    private boolean digits;
    private int turn;

    /** The bit in which the numbers of two places that belong together differ; 0 where there is only one. */
    private final int neighbour;

    /** Of so many places, a power of 2; remembers nothing with 0. */
    ValueMemory(int slots) {
        this.slots = slots;
        this.neighbour = slots > 1 ? 1 : 0;
        this.pause = slots == 0 ? Integer.MAX_VALUE : 0;
    }

    /** What was found in the value, if that is known. */
    ColumnCounter.@Nullable Seen recall(byte[] bytes, int start, int end) {
        slot = -1;
        int length = end - start;
        if (length > LONGEST || length == 0 || rests()) {
            return null;
        }
        count++;
        find(bytes, start, length);
        if (!held) {
            return null;
        }
        known++;
        DigitTexts alike = byDigits[slot];
        return alike == null ? seen[slot] : alike.seen(bytes, start);
    }

    /** Finds the place of the value, or that which it may take. */
    private void find(byte[] bytes, int start, int length) {
        int words = (length + Long.BYTES - 1) / Long.BYTES;
        long hash = length;
        long some = 0;
        for (int i = 0; i < words; i++) {
            long word = EightBytes.at(bytes, start + i * Long.BYTES);
            int over = (i + 1) * Long.BYTES - length;
            word = over > 0 ? word & (-1L >>> (Long.BYTES * over)) : word;
            long itsDigits = digits(word);
            some |= itsDigits;
            // All digits become 0: the four lower bits tell them apart.
            word &= ~(itsDigits * 0x0F);
            asked[i] = word;
            hash = (hash ^ word) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        digits = some != 0;
        hash ^= hash >>> 32;
        slot = (int) (hash ^ (hash >>> 17)) & (slots - 1);
        held = holds(slot, length, words);
        if (!held) {
            // Two places stand open to each value; one of both in turn goes where it has neither.
            slot ^= neighbour;
            held = holds(slot, length, words);
            if (!held) {
                slot ^= turn & neighbour;
                turn++;
                take(length, words);
            }
        }
    }

    /** The lowest bit of each byte that is a digit; no carry leaves its byte. */
    private static long digits(long word) {
        long zeroed = word ^ ('0' * EACH);
        long others = ((zeroed & ~HIGH) + 0x76 * EACH) | zeroed;
        return (~others & HIGH) >>> 7;
    }

    private boolean holds(int place, int length, int words) {
        if (lengths[place] != length) {
            return false;
        }
        int at = place * WORDS;
        for (int i = 0; i < words; i++) {
            if (values[at + i] != asked[i]) {
                return false;
            }
        }
        return true;
    }

    private void take(int length, int words) {
        System.arraycopy(asked, 0, values, slot * WORDS, words);
        lengths[slot] = (byte) length;
        seen[slot] = null;
        byDigits[slot] = null;
        times[slot] = 0;
    }

    /** Whether it takes a pause; at the end of a trial that didn't pay it begins one. */
    private boolean rests() {
        if (pause > 0) {
            pause -= slots == 0 ? 0 : 1;
            return true;
        }
        if (count == TRIAL) {
            boolean pays = 3 * known > count;
            if (HOPELESS * known < count) {
                makeRoom(0);
            }
            count = 0;
            known = 0;
            if (!pays) {
                pause = PAUSE;
                return true;
            }
        }
        if (seen.length == 0) {
            makeRoom(slots);
        }
        return false;
    }

    /** For tests: for how many values it has room now. */
    int room() {
        return lengths.length;
    }

    private void makeRoom(int places) {
        values = new long[places * WORDS];
        lengths = new byte[places];
        seen = new ColumnCounter.Seen[places];
        byDigits = new DigitTexts[places];
        times = new byte[places];
    }

    /** Whether it is to be learnt what the digits of the value tell that was last asked for. */
    boolean isToLearn() {
        if (slot < 0 || !digits) {
            return false;
        }
        return byDigits[slot] != null || ++times[slot] == OFTEN;
    }

    /** How values like the one that was last asked for are told, if that has begun to be learnt. */
    @Nullable
    DigitTexts alike() {
        return slot < 0 ? null : byDigits[slot];
    }

    /** Begins to learn how values like the one that was last asked for are told. */
    void keep(DigitTexts alike) {
        byDigits[slot] = alike;
    }

    /** Remembers what was found in the value that was last asked for, unless its digits may matter. */
    void keep(ColumnCounter.Seen what) {
        if (slot >= 0 && !digits) {
            seen[slot] = what;
        }
    }
}
