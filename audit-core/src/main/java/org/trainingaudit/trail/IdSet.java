package org.trainingaudit.trail;

/**
 * The ids seen so far, by their first 128 bits: ten million of them take 256 MiB, where a set of strings takes gigabytes.
 *
 * <p>Open addressing over one array of longs, two to an id; an id of zeros takes the place of itself under another key.
 */
final class IdSet {

    private static final int FEWEST = 1 << 10;

    private long[] slots;
    private int count;
    /** Of no meaning; keeps looking from being left out as useless. */
    @SuppressWarnings("UnusedVariable") // it is written so that the reads before it count
    private long approached;

    /** An empty one with room for so many ids; more are taken as well. */
    IdSet(long expected) {
        long wanted = Math.max(FEWEST, expected + expected / 2 + 1);
        this.slots = new long
                [2 * Math.toIntExact(Long.highestOneBit(wanted) == wanted ? wanted : Long.highestOneBit(wanted) << 1)];
    }

    /** Something to do with an id. */
    interface ForId {
        void take(long high, long low);
    }

    /** How many ids there are. */
    int count() {
        return count;
    }

    /** Goes through all ids, in no order; the id of zeros comes under its other key. */
    void each(ForId then) {
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0 || slots[i + 1] != 0) {
                then.take(slots[i], slots[i + 1]);
            }
        }
    }

    /** Adds an id by its first 128 bits; false if it was there. */
    boolean add(long high, long low) {
        if (count * 3 > slots.length) {
            grow();
        }
        return put(high, low);
    }

    /**
     * Looks at the places of ids that are about to be added, so that their memory is near by then: one look after the other
     * waits for each, all of them together wait for one.
     *
     * @param ids two longs each
     */
    void approach(long[] ids) {
        int mask = slots.length / 2 - 1;
        long seen = 0;
        for (int i = 0; i < ids.length; i += 2) {
            seen |= slots[2 * (int) (mixed(key(ids[i], ids[i + 1]), ids[i + 1]) & mask)];
        }
        approached = seen;
    }

    /** What stands for the first half of an id: two zeros would look like nothing. */
    static long key(long high, long low) {
        return high == 0 && low == 0 ? 1 : high;
    }

    private boolean put(long high, long low) {
        long key = key(high, low);
        int mask = slots.length / 2 - 1;
        int slot = (int) (mixed(key, low) & mask);
        while (slots[2 * slot] != 0 || slots[2 * slot + 1] != 0) {
            if (slots[2 * slot] == key && slots[2 * slot + 1] == low) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        slots[2 * slot] = key;
        slots[2 * slot + 1] = low;
        count++;
        return true;
    }

    /** Ids are hashes, but whoever writes a log may choose them; the multiplier keeps chosen ones from piling up by chance. */
    private static long mixed(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 31)) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(old.length, 2)];
        count = 0;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0 || old[i + 1] != 0) {
                put(old[i], old[i + 1]);
            }
        }
    }
}
