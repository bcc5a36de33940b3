package org.trainingaudit.trail;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The trail's tables: entries waiting for their place, and the entries of the log.
 *
 * <p>Opens no transaction: {@link #submit} and {@link #sequence} do their work in the caller's. Safe for use by several
 * threads and processes.
 */
final class TrailStore {

    private static final int PAGE = 1000;
    private static final int IDS_HELD = 50_000;
    private static final int WAITING_BEFORE = 10_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final TrailIds ids;
    private final WaitingEntries waiting;
    private final LogTables tables;
    private final List<EntryDraft> opening;

    /** A store on the tables of {@code V2__trail.sql}, {@code V8__trail_years.sql} and {@code V9__trail_ids.sql}. */
    TrailStore(JdbcTemplate jdbc, Clock clock) {
        this(jdbc, clock, List.of());
    }

    /** A store whose log, where it is still empty, begins with this entry. */
    TrailStore(JdbcTemplate jdbc, Clock clock, EntryDraft logOpen) {
        this(jdbc, clock, List.of(logOpen));
    }

    private TrailStore(JdbcTemplate jdbc, Clock clock, List<EntryDraft> opening) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.opening = opening;
        this.waiting = new WaitingEntries(jdbc);
        this.tables = new LogTables(jdbc);
        this.ids = new TrailIds(jdbc, isEmbedded() ? IDS_HELD : 0);
    }

    /** Submits one draft; see {@link #submit(Collection)}. */
    Trail.Submitted submit(EntryDraft draft) {
        return submit(List.of(draft));
    }

    /** Submits drafts in their order; see {@link Trail#submit(Collection)}. */
    Trail.Submitted submit(Collection<EntryDraft> drafts) {
        Collection<Pending> fresh = pending(drafts);
        waiting.insert(fresh);
        return new Trail.Submitted(fresh.size(), drafts.size() - fresh.size());
    }

    private Collection<Pending> pending(Collection<EntryDraft> drafts) {
        Map<String, Pending> byId = new LinkedHashMap<>();
        Instant now = EntryForm.toMillis(clock.instant());
        drafts.stream()
                .map(draft -> Pending.of(draft, now))
                .forEach(pending -> byId.putIfAbsent(pending.id(), pending));
        return byId.values();
    }

    /**
     * Gives drafts their places at once, behind what waits, in the caller's transaction. Nobody else gives places until it
     * ends, so this is the last thing that a transaction does. Where much waits, they wait behind it.
     *
     * @throws TrailException if one cannot be an entry; then none is
     * @throws IllegalStateException outside a transaction
     */
    void record(Collection<EntryDraft> drafts) {
        Collection<Pending> fresh = pending(drafts);
        if (fresh.isEmpty()) {
            return;
        }
        requireTransaction();
        LogTables.Head before = head(true);
        Sequencing work = begin(before);
        if (takeWaiting(work, WAITING_BEFORE) < WAITING_BEFORE) {
            List<Pending> all = List.copyOf(fresh);
            for (int from = 0; from < all.size(); from += PAGE) {
                take(work, all.subList(from, Math.min(all.size(), from + PAGE)));
            }
        } else {
            waiting.insert(fresh);
        }
        end(work);
    }

    /**
     * Gives waiting drafts their places, at most {@code max}, in the caller's transaction. Calling it again is harmless.
     *
     * @throws TrailException if a waiting row is not what {@link #submit} writes; nothing gets a place then
     * @throws IllegalStateException outside a transaction
     */
    Trail.Sequenced sequence(int max) {
        requireTransaction();
        LogTables.Head before = head(true);
        Sequencing work = begin(before);
        takeWaiting(work, max);
        end(work);
        return new Trail.Sequenced(
                work.entries(), work.duplicates(), work.head().size());
    }

    private Sequencing begin(LogTables.Head before) {
        ids.learn(before);
        Sequencing work = new Sequencing(before);
        if (before.size() == 0) {
            open(work);
        }
        return work;
    }

    private int takeWaiting(Sequencing work, int max) {
        int left = max;
        long after = Long.MIN_VALUE;
        while (left > 0) {
            List<Pending> page = waiting.after(after, Math.min(left, PAGE));
            if (page.isEmpty()) {
                break;
            }
            take(work, page);
            waiting.delete(page);
            after = page.get(page.size() - 1).position();
            left -= page.size();
        }
        return max - left;
    }

    private void take(Sequencing work, List<Pending> page) {
        work.take(page, ids.known(work.log(), page.stream().map(Pending::id).toList()));
        tables.insert(work.log(), work.drain());
    }

    private void end(Sequencing work) {
        if (work.entries() > 0) {
            ids.add(work.head(), work.ids());
            tables.save(work.sizeBefore(), work.head());
        }
    }

    /** The first entry is not younger than what waits behind it. */
    private void open(Sequencing work) {
        Instant now = EntryForm.toMillis(clock.instant());
        Instant first = waiting.after(Long.MIN_VALUE, 1).stream()
                .map(Pending::submitted)
                .filter(now::isAfter)
                .findFirst()
                .orElse(now);
        work.take(opening.stream().map(draft -> Pending.of(draft, first)).toList(), Set.of());
        tables.insert(work.head().log(), work.drain());
    }

    private boolean isEmbedded() {
        return Boolean.TRUE.equals(jdbc.execute((Connection connection) ->
                connection.getMetaData().getDatabaseProductName().equals("H2")));
    }

    void requireTransaction() {
        Boolean autoCommit = jdbc.execute(Connection::getAutoCommit);
        if (autoCommit == null || autoCommit) {
            throw new IllegalStateException("entries get their places inside a transaction, but there is none");
        }
    }

    /** The number of entries in the log. */
    long size() {
        return head(false).size();
    }

    LogTables.Head head(boolean lock) {
        return tables.head(lock);
    }

    /** The log to which entries are added now. */
    StoredLog running() {
        LogTables.Head head = head(false);
        return new StoredLog(this, head.log(), head.frontier());
    }

    /** A log that was closed, by its name. */
    Optional<StoredLog> closed(String origin) {
        return tables.ended(origin).map(ended -> new StoredLog(this, ended.log(), ended.frontier()));
    }

    /** Whether an entry of this id stands in the running log or in one that was closed. */
    boolean holds(int log, String id) {
        LogTables.Head head = head(false);
        if (log == head.log()) {
            ids.learn(head);
        }
        return !ids.known(log, List.of(id)).isEmpty();
    }

    /** Ends the running log under its name and begins the next one, empty, in the caller's transaction. */
    void beginNext(String closedOrigin) {
        LogTables.Head closed = head(true);
        ids.settle(closed);
        tables.beginNext(closed, closedOrigin);
    }

    /** Puts one entry of ours at the end of the running log at once, past what waits. */
    void append(EntryDraft draft) {
        requireTransaction();
        LogTables.Head before = head(true);
        ids.learn(before);
        Sequencing work = new Sequencing(before);
        work.take(List.of(Pending.of(draft, EntryForm.toMillis(clock.instant()))), Set.of());
        tables.insert(before.log(), work.drain());
        end(work);
    }

    /**
     * The entries from {@code from} up to but without {@code to}, in order.
     *
     * @throws TrailException if one is missing or not an entry, naming the first
     */
    List<Entry> entries(long from, long to) {
        List<Entry> entries = new ArrayList<>();
        for (EntryBytes bytes : running().bytes(from, to)) {
            entries.add(EntryForm.read(bytes.bytes(), from + entries.size()));
        }
        return List.copyOf(entries);
    }

    List<EntryBytes> bytes(int log, long from, long to) {
        return tables.bytes(log, from, to);
    }

    /** Puts back entries that this database has lost, in the caller's transaction; their root has been checked. */
    void replay(Replay replay) {
        requireTransaction();
        LogTables.Head before = head(true);
        long sizeBefore = before.size();
        List<Numbered> page = new ArrayList<>();
        LogTables.Head after = replay.run(before, entry -> {
            page.add(entry);
            if (page.size() == PAGE) {
                tables.insert(before.log(), page);
                page.clear();
            }
        });
        tables.insert(before.log(), page);
        tables.save(sizeBefore, after);
        ids.learn(after);
    }
}
