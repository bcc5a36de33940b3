package org.trainingaudit.trail;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.trainingaudit.bulk.BulkInsert;

/** The table {@code trail_pending}: drafts that wait for their place in the log, in the order in which they came. */
final class WaitingEntries {

    private final JdbcTemplate jdbc;
    private final BulkInsert inserts;

    WaitingEntries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.inserts = BulkInsert.of(jdbc);
    }

    void insert(Collection<Pending> fresh) {
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

    /** The next ones behind a position, the oldest first. */
    List<Pending> after(long position, int limit) {
        return jdbc.query(
                "select position, id, kind, run, submitted, body from trail_pending where position > ? order by position limit ?",
                (row, number) -> Pending.read(row),
                position,
                limit);
    }

    void delete(List<Pending> page) {
        jdbc.batchUpdate(
                "delete from trail_pending where position = ?",
                page,
                page.size(),
                (delete, pending) -> delete.setLong(1, pending.position()));
    }
}
