package org.trainingaudit.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts groups of rows, and the values of sensitive columns in each, in memory that doesn't grow with the rows: all groups as
 * long as there is room, then those with the smallest hashes, each with all its rows. Which are left doesn't depend on the order
 * of the rows or on how they were parted: what a group takes only ever grows, so a group that is let go could never have stayed.
 */
final class GroupCounter {

    /** Room for groups and for the values in them, each of which takes one place. */
    static final int ROOM = 1 << 17;

    /** So many values of a sensitive column are told apart in a group. */
    static final int MOST_VALUES = 16;

    private final TreeMap<Long, Group> byHash = new TreeMap<>();
    private long bound = Long.MAX_VALUE;
    private long rows;
    private long taken;

    private static final class Group {
        private final List<Values> values = new ArrayList<>();
        private long rows;

        Group(int columns) {
            for (int i = 0; i < columns; i++) {
                values.add(new Values());
            }
        }

        int taken() {
            int taken = 1;
            for (Values column : values) {
                taken += column.rowsByHash.size();
            }
            return taken;
        }
    }

    private static final class Values {
        private final TreeMap<Long, Long> rowsByHash = new TreeMap<>();
        private long filled;
        private boolean more;

        /** Answers how many places more it takes now. */
        int see(long hash, long count) {
            int before = rowsByHash.size();
            rowsByHash.merge(hash, count, Long::sum);
            if (rowsByHash.size() > MOST_VALUES) {
                rowsByHash.pollLastEntry();
                more = true;
            }
            return rowsByHash.size() - before;
        }
    }

    /**
     * Counts a row.
     *
     * @param group the hash of its group, not negative
     * @param sensitive the hashes of its sensitive values; 0 where there is no value
     */
    void see(long group, long[] sensitive) {
        rows++;
        if (group >= bound) {
            return;
        }
        Group found = group(group, sensitive.length);
        found.rows++;
        for (int i = 0; i < sensitive.length; i++) {
            if (sensitive[i] != 0) {
                Values column = found.values.get(i);
                column.filled++;
                taken += column.see(sensitive[i], 1);
            }
        }
        makeRoom();
    }

    private Group group(long hash, int columns) {
        Group found = byHash.get(hash);
        if (found == null) {
            found = new Group(columns);
            byHash.put(hash, found);
            taken++;
        }
        return found;
    }

    private void makeRoom() {
        while (taken > ROOM) {
            bound = byHash.lastKey();
            taken -= byHash.remove(bound).taken();
        }
    }

    /** Counts the rows of another part of the dataset. */
    void add(KeyedGroups part) {
        rows += part.rows();
        bound = Math.min(bound, part.bound());
        SortedMap<Long, Group> gone = byHash.tailMap(bound, true);
        gone.values().forEach(group -> taken -= group.taken());
        gone.clear();
        part.byHash().headMap(bound).forEach(this::add);
        makeRoom();
    }

    private void add(long hash, KeyedGroups.Group part) {
        Group group = group(hash, part.values().size());
        group.rows += part.rows();
        for (int i = 0; i < part.values().size(); i++) {
            Values column = group.values.get(i);
            KeyedGroups.Values other = part.values().get(i);
            column.filled += other.filled();
            column.more |= other.more();
            other.rowsByHash().forEach((value, rows) -> taken += column.see(value, rows));
        }
    }

    /** As they are now. */
    KeyedGroups groups(List<String> absent) {
        TreeMap<Long, KeyedGroups.Group> all = new TreeMap<>();
        byHash.forEach((hash, group) -> all.put(
                hash,
                new KeyedGroups.Group(
                        group.rows,
                        group.values.stream()
                                .map(column -> new KeyedGroups.Values(column.rowsByHash, column.filled, column.more))
                                .toList())));
        return new KeyedGroups(absent, rows, bound, all);
    }
}
