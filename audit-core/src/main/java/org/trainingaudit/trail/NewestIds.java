package org.trainingaudit.trail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ids of a log that {@link TrailIds}' table doesn't know yet: the first 64 bits of each, and where it stands. */
final class NewestIds {

    private final int log;
    private final Map<Long, List<Long>> seqs = new HashMap<>();
    private long size;
    private int count;
    private byte[] tree = {};

    /** None, of a log whose first {@code size} entries the table knows. */
    NewestIds(int log, long size) {
        this.log = log;
        this.size = size;
    }

    /** What there is to hold when these have been written. */
    NewestIds stored() {
        NewestIds none = new NewestIds(log, size);
        none.tree = tree;
        return none;
    }

    /** Whether they were learnt with the log as it is now: the same entries, not only as many. */
    boolean isOf(LogTables.Head head) {
        return log == head.log()
                && size == head.size()
                && Arrays.equals(tree, head.frontier().bytes());
    }

    /** Adds the ids with which the log came to this head. */
    void add(LogTables.Head after, Map<String, Long> ids) {
        add(after.size(), ids);
        tree = after.frontier().bytes();
    }

    /** Adds ids with which the log's tree isn't known yet. */
    void add(long upTo, Map<String, Long> ids) {
        ids.forEach((id, seq) -> seqs.computeIfAbsent(TrailIds.first(id), unseen -> new ArrayList<>(1))
                .add(seq));
        count += ids.size();
        size = upTo;
    }

    int log() {
        return log;
    }

    long size() {
        return size;
    }

    int count() {
        return count;
    }

    Map<Long, List<Long>> seqs() {
        return seqs;
    }
}
