package org.trainingaudit.trail;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trainingaudit.bulk.BulkInsert;

/**
 * The trail's tables: entries waiting for their place, and the entries of the log.
 *
 * <p>Opens no transaction: {@link #submit} and {@link #sequence} do their work in the caller's. Safe for use by several
 * threads and processes.
 */
public final class TrailStore {

    private static final int PAGE = 1000;
    private static final int IDS_HELD = 50_000;
    private static final int WAITING_BEFORE = 10_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final TrailIds ids;
    private final BulkInsert inserts;
    private final List<EntryDraft> opening;

    /** A store on the tables of {@code V2__trail.sql}, {@code V8__trail_years.sql} and {@code V9__trail_ids.sql}. */
    public TrailStore(JdbcTemplate jdbc, Clock clock) {
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
        this.inserts = BulkInsert.of(jdbc);
        this.ids = new TrailIds(jdbc, isEmbedded() ? IDS_HELD : 0);
    }

    /**
     * What became of drafts.
     *
     * @param accepted now waiting for their place
     * @param duplicates dropped, since another of the same submission has the same id; what waits already, or stands in the
     *     log, is dropped by {@link #sequence}
     */
    public record Submitted(int accepted, int duplicates) {}

    /**
     * What one call gave a place to.
     *
     * @param entries new entries of the log
     * @param duplicates dropped, since the log has an entry of the same id already
     * @param size the size of the log now
     */
    public record Sequenced(int entries, int duplicates, long size) {}

    /** How far the log has come. */
    record Head(int log, Instant lastTs, Frontier frontier) {
        long size() {
            return frontier.size();
        }
    }

    /** Submits one draft; see {@link #submit(Collection)}. */
    public Submitted submit(EntryDraft draft) {
        return submit(List.of(draft));
    }

    /**
     * Submits drafts in their order, in the caller's transaction.
     *
     * @throws TrailException if one cannot be an entry (kind, run, size, or a body that has no canonical form); then
     *     none is submitted
     */
    public Submitted submit(Collection<EntryDraft> drafts) {
        Collection<Pending> fresh = pending(drafts);
        insertPending(fresh);
        return new Submitted(fresh.size(), drafts.size() - fresh.size());
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
    public void record(Collection<EntryDraft> drafts) {
        Collection<Pending> fresh = pending(drafts);
        if (fresh.isEmpty()) {
            return;
        }
        requireTransaction();
        Head before = head(true);
        Sequencing work = begin(before);
        if (takeWaiting(work, WAITING_BEFORE) < WAITING_BEFORE) {
            List<Pending> all = List.copyOf(fresh);
            for (int from = 0; from < all.size(); from += PAGE) {
                take(work, all.subList(from, Math.min(all.size(), from + PAGE)));
            }
        } else {
            insertPending(fresh);
        }
        end(work);
    }

    private void insertPending(Collection<Pending> fresh) {
        inserts.insert(
                "trail_pending",
                List.of("id", "kind", "run", "submitted", "body"),
                fresh.stream()
                        .map(pending -> new Object[] {
                            pending.id(),
                            pending.kind(),
                            pending.run(),
                            pending.submitted().atOffset(ZoneOffset.UTC),
                            pending.body().bytes()
                        })
                        .toList());
    }

    /**
     * Gives waiting drafts their places, at most {@code max}, in the caller's transaction. Calling it again is harmless.
     *
     * @throws TrailException if a waiting row is not what {@link #submit} writes; nothing gets a place then
     * @throws IllegalStateException outside a transaction
     */
    public Sequenced sequence(int max) {
        requireTransaction();
        Head before = head(true);
        Sequencing work = begin(before);
        takeWaiting(work, max);
        end(work);
        return new Sequenced(work.entries(), work.duplicates(), work.head().size());
    }

    private Sequencing begin(Head before) {
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
            List<Pending> page = pendingAfter(after, Math.min(left, PAGE));
            if (page.isEmpty()) {
                break;
            }
            take(work, page);
            delete(page);
            after = page.get(page.size() - 1).position();
            left -= page.size();
        }
        return max - left;
    }

    private void take(Sequencing work, List<Pending> page) {
        work.take(page, ids.known(work.log(), page.stream().map(Pending::id).toList()));
        insertEntries(work.log(), work.drain());
    }

    private void end(Sequencing work) {
        if (work.entries() > 0) {
            ids.add(work.head(), work.ids());
            save(work.sizeBefore(), work.head());
        }
    }

    /** The first entry is not younger than what waits behind it. */
    private void open(Sequencing work) {
        Instant now = EntryForm.toMillis(clock.instant());
        Instant first = pendingAfter(Long.MIN_VALUE, 1).stream()
                .map(Pending::submitted)
                .filter(now::isAfter)
                .findFirst()
                .orElse(now);
        work.take(opening.stream().map(draft -> Pending.of(draft, first)).toList(), Set.of());
        insertEntries(work.head().log(), work.drain());
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

    private List<Pending> pendingAfter(long position, int limit) {
        return jdbc.query(
                "select position, id, kind, run, submitted, body from trail_pending where position > ? order by position limit ?",
                (row, number) -> Pending.read(row),
                position,
                limit);
    }

    private void insertEntries(int log, List<Numbered> entries) {
        inserts.insert(
                "trail_entry",
                List.of("log", "seq", "bytes"),
                entries.stream()
                        .map(entry ->
                                new Object[] {log, entry.seq(), entry.bytes().bytes()})
                        .toList());
    }

    private void delete(List<Pending> page) {
        jdbc.batchUpdate(
                "delete from trail_pending where position = ?",
                page,
                PAGE,
                (delete, pending) -> delete.setLong(1, pending.position()));
    }

    private void save(long sizeBefore, Head after) {
        int updated = jdbc.update(
                "update trail_head set size = ?, last_ts = ?, frontier = ? where only_row = 1 and size = ?",
                after.size(),
                after.lastTs().atOffset(ZoneOffset.UTC),
                after.frontier().bytes(),
                sizeBefore);
        if (updated != 1) {
            throw new IllegalStateException("trail_head changed from size " + sizeBefore + " while it was locked");
        }
    }

    /** The number of entries in the log. */
    public long size() {
        return head(false).size();
    }

    Head head(boolean lock) {
        List<Head> heads = jdbc.query(
                "select log, size, last_ts, frontier from trail_head where only_row = 1" + (lock ? " for update" : ""),
                (row, number) -> new Head(
                        row.getInt(1), row.getObject(3, OffsetDateTime.class).toInstant(), frontier(row, 2, 4)));
        if (heads.size() != 1) {
            throw new TrailException(
                    "table trail_head has " + heads.size() + " rows, expected 1; restore it together with trail_entry");
        }
        return heads.get(0);
    }

    private static Frontier frontier(ResultSet row, int size, int bytes) throws SQLException {
        return Frontier.of(row.getLong(size), Objects.requireNonNullElse(row.getBytes(bytes), new byte[0]));
    }

    /** The log to which entries are added now. */
    StoredLog running() {
        Head head = head(false);
        return new StoredLog(this, head.log(), head.frontier());
    }

    /** A log that was closed, by its name. */
    Optional<StoredLog> closed(String origin) {
        return jdbc
                .query(
                        "select log, size, frontier from trail_closed where origin = ?",
                        (row, number) -> new StoredLog(this, row.getInt(1), frontier(row, 2, 3)),
                        origin)
                .stream()
                .findFirst();
    }

    /** Whether an entry of this id stands in the running log or in one that was closed. */
    boolean holds(int log, String id) {
        Head head = head(false);
        if (log == head.log()) {
            ids.learn(head);
        }
        return !ids.known(log, List.of(id)).isEmpty();
    }

    /** Ends the running log under its name and begins the next one, empty, in the caller's transaction. */
    void beginNext(String closedOrigin) {
        Head closed = head(true);
        ids.settle(closed);
        jdbc.update(
                "insert into trail_closed (log, origin, size, frontier) values (?, ?, ?, ?)",
                closed.log(),
                closedOrigin,
                closed.size(),
                closed.frontier().bytes());
        jdbc.update(
                "update trail_head set log = ?, size = 0, frontier = null where only_row = 1 and log = ?",
                closed.log() + 1,
                closed.log());
    }

    /** Puts one entry of ours at the end of the running log at once, past what waits. */
    void append(EntryDraft draft) {
        requireTransaction();
        Head before = head(true);
        ids.learn(before);
        Sequencing work = new Sequencing(before);
        work.take(List.of(Pending.of(draft, EntryForm.toMillis(clock.instant()))), Set.of());
        insertEntries(before.log(), work.drain());
        end(work);
    }

    /**
     * The entries from {@code from} up to but without {@code to}, in order.
     *
     * @throws TrailException if one is missing or not an entry, naming the first
     */
    public List<Entry> entries(long from, long to) {
        List<Entry> entries = new ArrayList<>();
        for (EntryBytes bytes : running().bytes(from, to)) {
            entries.add(EntryForm.read(bytes.bytes(), from + entries.size()));
        }
        return List.copyOf(entries);
    }

    List<EntryBytes> bytes(int log, long from, long to) {
        List<Long> found = new ArrayList<>();
        List<EntryBytes> bytes = jdbc.query(
                "select seq, bytes from trail_entry where log = ? and seq >= ? and seq < ? order by seq",
                (row, number) -> {
                    found.add(row.getLong(1));
                    return new EntryBytes(row.getBytes(2));
                },
                log,
                from,
                to);
        for (int i = 0; i < to - from; i++) {
            if (i >= found.size() || found.get(i) != from + i) {
                throw new TrailException("the database has no entry " + (from + i)
                        + " of log " + log
                        + " in table trail_entry although it was there when the log grew; restore the database");
            }
        }
        return bytes;
    }

    /** Puts back entries that this database has lost, in the caller's transaction; their root has been checked. */
    void replay(Replay replay) {
        requireTransaction();
        Head before = head(true);
        long sizeBefore = before.size();
        List<Numbered> page = new ArrayList<>();
        Head after = replay.run(before, entry -> {
            page.add(entry);
            if (page.size() == PAGE) {
                insertEntries(before.log(), page);
                page.clear();
            }
        });
        insertEntries(before.log(), page);
        save(sizeBefore, after);
        ids.learn(after);
    }
}
