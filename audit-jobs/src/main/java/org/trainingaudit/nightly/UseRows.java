package org.trainingaudit.nightly;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The uses of a run on their way from the register to their verdicts. */
@Component
class UseRows {

    static final String LEFT_OUT = "left-out";
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

    void add(Run run, String status, List<UseRow> rows) {
        batches.batchUpdate(
                "insert into nightly_use (run_key, use_id, slot, status, document, weak_reason)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows.stream()
                        .map(row ->
                                new Object[] {run.key(), row.id, Slots.of(row.id), status, row.document, row.weakReason
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

    /** Says that these uses are judged; their documents have done their work and make way. */
    void judged(Run run, List<String> ids) {
        batches.batchUpdate(
                "update nightly_use set status = '" + JUDGED + "', document = '' where run_key = ? and use_id = ?",
                ids.stream().map(id -> new Object[] {run.key(), id}).toList());
    }

    /**
     * The next uses of a share with a status, by id, after one that was seen. The order names the whole key: H2 takes an index
     * for an order only then, and would else read and sort all that is left for each page.
     */
    List<UseRow> page(Run run, String status, int share, int shares, String after, int size) {
        return jdbc.sql("select use_id, document, weak_reason from nightly_use where run_key = ? and status = ?"
                        + " and mod(slot, ?) = ? and use_id > ? order by run_key, use_id limit ?")
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

    Optional<UseRow> find(Run run, String use) {
        return jdbc.sql("select use_id, document, weak_reason from nightly_use where run_key = ? and use_id = ?")
                .params(run.key(), use)
                .query((row, index) -> new UseRow(row.getString(1), row.getString(2), row.getString(3)))
                .optional();
    }
}
