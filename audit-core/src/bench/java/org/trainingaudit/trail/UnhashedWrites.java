package org.trainingaudit.trail;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The store's statements in its order, into a database of its own, without a leaf hash or a tree. The yardstick for hashed writes. */
final class UnhashedWrites {

    private static final int PAGE = 1000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final TrailIds ids;
    private long size;
    private Instant lastTs = Instant.EPOCH;

    UnhashedWrites(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ids = new TrailIds(jdbc, 50_000);
    }

    void append(List<EntryDraft> drafts) {
        transactions.executeWithoutResult(status -> submit(drafts));
        transactions.executeWithoutResult(status -> sequence());
    }

    private void submit(List<EntryDraft> drafts) {
        Instant now = EntryForm.toMillis(Clock.systemUTC().instant());
        List<Pending> pending =
                drafts.stream().map(draft -> Pending.of(draft, now)).toList();
        jdbc.batchUpdate(
                "insert into trail_pending (id, kind, run, submitted, body) values (?, ?, ?, ?, ?)",
                pending,
                PAGE,
                UnhashedWrites::set);
    }

    private static void set(PreparedStatement insert, Pending pending) throws SQLException {
        insert.setString(1, pending.id());
        insert.setString(2, pending.kind());
        insert.setString(3, pending.run());
        insert.setObject(4, pending.submitted().atOffset(ZoneOffset.UTC));
        insert.setBytes(5, pending.body().bytes());
    }

    private void sequence() {
        jdbc.queryForList("select size, last_ts from trail_head where only_row = 1 for update");
        long after = Long.MIN_VALUE;
        while (true) {
            List<Pending> page = jdbc.query(
                    "select position, id, kind, run, submitted, body from trail_pending where position > ?"
                            + " order by position limit ?",
                    (row, number) -> new Pending(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            new EntryBytes(row.getBytes(6))),
                    after,
                    PAGE);
            if (page.isEmpty()) {
                break;
            }
            ids.known(1, page.stream().map(Pending::id).toList());
            insert(page.stream().map(pending -> pending.at(size++, lastTs)).toList());
            jdbc.batchUpdate(
                    "delete from trail_pending where position = ?",
                    page,
                    PAGE,
                    (delete, pending) -> delete.setLong(1, pending.position()));
            after = page.get(page.size() - 1).position();
            lastTs = page.get(page.size() - 1).submitted();
        }
        jdbc.update(
                "update trail_head set size = ?, last_ts = ? where only_row = 1",
                size,
                lastTs.atOffset(ZoneOffset.UTC));
    }

    private void insert(List<Numbered> entries) {
        jdbc.batchUpdate(
                "insert into trail_entry (log, seq, bytes) values (1, ?, ?)", entries, PAGE, (insert, entry) -> {
                    insert.setLong(1, entry.seq());
                    insert.setBytes(2, entry.bytes().bytes());
                });
        ids.add(
                new LogTables.Head(1, lastTs, new Frontier()),
                entries.stream().collect(Collectors.toMap(Numbered::id, Numbered::seq)));
    }
}
