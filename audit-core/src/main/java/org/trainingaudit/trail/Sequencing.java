package org.trainingaudit.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers waiting entries onto the end of a log. */
final class Sequencing {

    private final int log;
    private final Frontier frontier;
    private final long sizeBefore;
    private final List<Numbered> fresh = new ArrayList<>();
    private final Map<String, Long> ids = new HashMap<>();
    private Instant lastTs;
    private int duplicates;

    Sequencing(LogTables.Head head) {
        this.log = head.log();
        this.frontier = head.frontier();
        this.sizeBefore = head.size();
        this.lastTs = head.lastTs();
    }

    /** Takes the next page; what stands in the log already, or in a page before, was submitted twice. */
    void take(List<Pending> page, Set<String> inLog) {
        for (Pending pending : page) {
            if (inLog.contains(pending.id()) || ids.containsKey(pending.id())) {
                duplicates++;
            } else {
                add(pending);
            }
        }
    }

    private void add(Pending pending) {
        Numbered entry = pending.at(frontier.size(), lastTs);
        lastTs = pending.submitted().isAfter(lastTs) ? pending.submitted() : lastTs;
        frontier.add(entry.bytes().leaf());
        fresh.add(entry);
        ids.put(entry.id(), entry.seq());
    }

    List<Numbered> drain() {
        List<Numbered> drained = List.copyOf(fresh);
        fresh.clear();
        return drained;
    }

    /** The new entries' ids and places. */
    Map<String, Long> ids() {
        return ids;
    }

    LogTables.Head head() {
        return new LogTables.Head(log, lastTs, frontier);
    }

    int log() {
        return log;
    }

    long sizeBefore() {
        return sizeBefore;
    }

    int entries() {
        return (int) (frontier.size() - sizeBefore);
    }

    int duplicates() {
        return duplicates;
    }
}
