package org.trainingaudit.detection;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many rows share their values, in memory that doesn't grow with the rows: all groups as long as there are few, then
 * those with the smallest hashes, each with all its rows. That is a fair sample of the groups and doesn't depend on the
 * order of the rows. Its hashes could be turned back into values by trying all, so they stay in memory.
 */
final class GroupSample {

    private static final int MOST = 4096;
    private static final double ALL_HASHES = 0x1p63;

    private final TreeMap<Long, Long> rowsByHash = new TreeMap<>();
    /** Groups from this hash on aren't in the sample. */
    private long bound = Long.MAX_VALUE;

    private long rows;

    /** Counts a row of the group with that hash. */
    void see(long hash) {
        rows++;
        put(hash & Long.MAX_VALUE, 1);
    }

    /** Counts the rows that another sample has counted. */
    void add(GroupSample other) {
        add(other.sampledGroups());
    }

    /** As it is now. */
    SampledGroups sampledGroups() {
        return new SampledGroups(rows, bound, rowsByHash);
    }

    /** Counts the rows that another sample had counted when it was kept. */
    void add(SampledGroups other) {
        rows += other.rows();
        bound = Math.min(bound, other.bound());
        rowsByHash.tailMap(bound, true).clear();
        other.rowsByHash().forEach(this::put);
    }

    private void put(long hash, long count) {
        if (hash >= bound) {
            return;
        }
        rowsByHash.merge(hash, count, Long::sum);
        if (rowsByHash.size() > MOST) {
            bound = rowsByHash.lastKey();
            rowsByHash.remove(bound);
        }
    }

    long rows() {
        return rows;
    }

    /** Whether all groups are in the sample, so that what it says is no estimate. */
    boolean isExact() {
        return bound == Long.MAX_VALUE;
    }

    /** How many different groups there are. */
    long groups() {
        return scaled(rowsByHash.size());
    }

    /** How many rows are alone in their group. */
    long aloneRows() {
        return Math.min(
                rows,
                scaled(rowsByHash.values().stream().filter(count -> count == 1).count()));
    }

    /** The rows of the smallest group that was seen; 0 without rows. */
    long smallest() {
        return rowsByHash.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    private long scaled(long inSample) {
        return isExact() ? inSample : Math.round(inSample * (ALL_HASHES / bound));
    }

    /** For tests of its bound. */
    Map<Long, Long> sampled() {
        return Map.copyOf(rowsByHash);
    }
}
