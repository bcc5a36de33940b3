package org.trainingaudit.trail;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.bulk.BulkInsert;

/** The store's statements in its order, into a database of its own, without a leaf hash or a tree. The yardstick for hashed writes. */
final class UnhashedWrites {

    private static final int PAGE = 1000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final BulkInsert inserts;
    private final WaitingEntries waiting;
    private final TrailIds ids;
    private long size;
    private Instant lastTs = Instant.EPOCH;

    /**
     * Writes into an empty log.
     *
     * @param idsHeld how many ids the store holds in memory on this database
     */
    UnhashedWrites(JdbcTemplate jdbc, TransactionTemplate transactions, int idsHeld) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.inserts = BulkInsert.of(jdbc);
        this.waiting = new WaitingEntries(jdbc);
        this.ids = new TrailIds(jdbc, idsHeld);
    }

    void append(List<EntryDraft> drafts) {
        transactions.executeWithoutResult(status -> submit(drafts));
        transactions.executeWithoutResult(status -> sequence());
    }

    private void submit(List<EntryDraft> drafts) {
        Instant now = EntryForm.toMillis(Clock.systemUTC().instant());
        waiting.insert(drafts.stream().map(draft -> Pending.of(draft, now)).toList());
    }

    private void sequence() {
        jdbc.queryForList("select size, last_ts from trail_head where only_row = 1 for update");
        long after = Long.MIN_VALUE;
        while (true) {
            List<Pending> page = waiting.after(after, PAGE);
            if (page.isEmpty()) {
                break;
            }
            ids.known(1, page.stream().map(Pending::id).toList());
            insert(page.stream().map(pending -> pending.at(size++, lastTs)).toList());
            waiting.delete(page);
            after = page.get(page.size() - 1).position();
            lastTs = page.get(page.size() - 1).submitted();
        }
        jdbc.update(
                "update trail_head set size = ?, last_ts = ? where only_row = 1",
                size,
                lastTs.atOffset(ZoneOffset.UTC));
    }

    private void insert(List<Numbered> entries) {
        inserts.insert(
                "trail_entry",
                List.of("log", "seq", "bytes"),
                entries.stream()
                        .map(entry ->
                                new Object[] {1, entry.seq(), entry.bytes().bytes()})
                        .toList());
        ids.add(
                new LogTables.Head(1, lastTs, new Frontier()),
                entries.stream().collect(Collectors.toMap(Numbered::id, Numbered::seq)));
    }
}
