package org.trainingaudit.use;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/** Which runs named an input in any report, by a hash of their name: 24 to 48 bytes for each run. */
final class RunTable {

    private static final int WITH_INPUTS = 1 << 31;

    private long[] keys = new long[64];
    private int[] jobs = new int[64];
    private int count;

    /** Notes a report of a run; one with inputs counts, whatever the others say. */
    void add(int job, String run, boolean withInputs) {
        if (count * 2 >= keys.length) {
            grow();
        }
        put(hash(run), job | (withInputs ? WITH_INPUTS : 0));
    }

    private void put(long key, int value) {
        int slot = (int) (key >>> 32) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        if (keys[slot] == 0) {
            keys[slot] = key;
            jobs[slot] = value;
            count++;
        } else {
            jobs[slot] |= value & WITH_INPUTS;
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldJobs = jobs;
        keys = new long[oldKeys.length * 2];
        jobs = new int[oldKeys.length * 2];
        count = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(oldKeys[i], oldJobs[i]);
            }
        }
    }

    /** The jobs that have a run of which no report names an input. */
    Set<Integer> withoutInputs() {
        Set<Integer> without = new HashSet<>();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0 && jobs[i] >= 0) {
                without.add(jobs[i]);
            }
        }
        return new TreeSet<>(without);
    }

    /** Never 0. */
    private static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        long hash = crc.getValue();
        for (byte one : bytes) {
            hash = (hash ^ (one & 0xFF)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }
}
