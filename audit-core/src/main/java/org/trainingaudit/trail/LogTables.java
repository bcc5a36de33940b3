package org.trainingaudit.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trainingaudit.bulk.BulkInsert;

/**
 * The tables {@code trail_entry}, {@code trail_head} and {@code trail_closed}: what stands in the logs, how far the running
 * one has come, and where those before it ended.
 */
final class LogTables {

    private final JdbcTemplate jdbc;
    private final BulkInsert inserts;

    LogTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.inserts = BulkInsert.of(jdbc);
    }

    /** How far the log has come. */
    record Head(int log, Instant lastTs, Frontier frontier) {
        long size() {
            return frontier.size();
        }
    }

    void insert(int log, List<Numbered> entries) {
        inserts.insert(
                "trail_entry",
                List.of("log", "seq", "bytes"),
                entries.stream()
                        .map(entry ->
                                new Object[] {log, entry.seq(), entry.bytes().bytes()})
                        .toList());
    }

    /** The bytes of entries that are there, in their order; see {@link TrailStore#entries}. */
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

    /** How far the running log has come; locked until the caller's transaction ends where that is asked for. */
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

    /** Moves the head on, from where the caller found it. */
    void save(long sizeBefore, Head after) {
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

    /** How a log that was closed ended, with its number, by its name. */
    Optional<Ended> ended(String origin) {
        return jdbc
                .query(
                        "select log, size, frontier from trail_closed where origin = ?",
                        (row, number) -> new Ended(row.getInt(1), frontier(row, 2, 3)),
                        origin)
                .stream()
                .findFirst();
    }

    /** A closed log's number, and its tree when it ended. */
    record Ended(int log, Frontier frontier) {}

    /** Ends the running log under its name; the next one is empty. */
    void beginNext(Head closed, String closedOrigin) {
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

    private static Frontier frontier(ResultSet row, int size, int bytes) throws SQLException {
        return Frontier.of(row.getLong(size), Objects.requireNonNullElse(row.getBytes(bytes), new byte[0]));
    }
}
