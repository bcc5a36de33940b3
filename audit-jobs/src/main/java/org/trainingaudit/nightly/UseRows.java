package org.trainingaudit.nightly;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The uses of a run on their way from the register to their verdicts. */
@Component
class UseRows {

    static final String COLLECTED = "collected";
    static final String RECONCILED = "reconciled";
    static final String JUDGED = "judged";

    /**
     * One use of a run.
     *
     * @param document the use as JSON
     * @param weakReason why the scan of its dataset can't support "compliant", or empty where it can
     */
    record UseRow(String id, String document, String weakReason) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    UseRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Takes out what an earlier try of the same run has added. */
    void forget(Run run) {
        jdbc.sql("delete from nightly_use where run_key = ?").param(run.key()).update();
    }

    void add(Run run, List<UseRow> rows) {
        batches.batchUpdate(
                "insert into nightly_use (run_key, use_id, slot, status, document, weak_reason)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows.stream()
                        .map(row -> new Object[] {
                            run.key(), row.id, Slots.of(row.id), COLLECTED, row.document, row.weakReason
                        })
                        .toList());
    }

    void update(Run run, String status, List<UseRow> rows) {
        batches.batchUpdate(
                "update nightly_use set status = ?, document = ?, weak_reason = ? where run_key = ? and use_id = ?",
                rows.stream()
                        .map(row -> new Object[] {status, row.document, row.weakReason, run.key(), row.id})
                        .toList());
    }

    /** The next uses of a share with a status, by id, after one that was seen. */
    List<UseRow> page(Run run, String status, int share, int shares, String after, int size) {
        return jdbc.sql("select use_id, document, weak_reason from nightly_use where run_key = ? and status = ?"
                        + " and mod(slot, ?) = ? and use_id > ? order by use_id limit ?")
                .params(run.key(), status, shares, share, after, size)
                .query((row, index) -> new UseRow(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    long count(Run run, String status) {
        return jdbc.sql("select count(*) from nightly_use where run_key = ? and status = ?")
                .params(run.key(), status)
                .query(Long.class)
                .single();
    }

    boolean has(Run run, String use) {
        return jdbc.sql("select count(*) from nightly_use where run_key = ? and use_id = ?")
                        .params(run.key(), use)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
