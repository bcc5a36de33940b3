package org.trainingaudit.nightly;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.bulk.BulkInsert;

/**
 * The uses of a run, in the order in which they were collected, and how far each step has come on its way along them. The rows
 * are written once; what a step does is in the trail.
 */
@Component
class UseRows {

    /**
     * Along the key alone. With the run as a condition H2 takes the index that begins with it, and reads and sorts all uses that
     * are left for each page.
     */
    static final String PAGE = "select position, use_id, document, included and run_key = ? from nightly_use"
            + " where position > ? and position <= ? order by position limit ?";

    private static final int FORGOTTEN_AT_ONCE = 10_000;

    /**
     * One use of a run.
     *
     * @param position its place among all uses
     * @param document the use as JSON
     */
    record UseRow(long position, String id, String document) {}

    /** A row, and whether the run's steps take it up. */
    record Found(UseRow row, boolean included) {}

    /**
     * A part of a run's uses.
     *
     * @param after the position before its first
     * @param last the position of its last
     */
    record Range(long after, long last) {
        boolean isEmpty() {
            return after >= last;
        }
    }

    private final JdbcClient jdbc;
    private final BulkInsert inserts;

    UseRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.inserts = BulkInsert.of(batches);
    }

    /**
     * Begins to collect the uses of a run.
     *
     * @return false where that is done already: a kill came after its transaction and before its step was told done
     */
    boolean begin(Run run) {
        long known = jdbc.sql("select count(*) from nightly_use_range where run_key = ?")
                .param(run.key())
                .query(Long.class)
                .single();
        if (known > 0) {
            return false;
        }
        long first = jdbc.sql("select coalesce(max(position), 0) + 1 from nightly_use")
                .query(Long.class)
                .single();
        jdbc.sql("insert into nightly_use_range (run_key, first_position, last_position, uses) values (?, ?, ?, 0)")
                .params(run.key(), first, first)
                .update();
        return true;
    }

    /** Adds uses; no step takes up those that aren't included. */
    void add(Run run, boolean included, List<UseRow> rows) {
        inserts.insert(
                "nightly_use",
                List.of("run_key", "use_id", "included", "document"),
                rows.stream()
                        .map(row -> new Object[] {run.key(), row.id, included, row.document})
                        .toList());
        jdbc.sql("update nightly_use_range set uses = uses + ? where run_key = ?")
                .params(included ? rows.size() : 0, run.key())
                .update();
    }

    /**
     * Says that all uses of the run are collected. Positions are never given out again, so the first isn't known before: between
     * it and those of earlier runs, which have made way, may lie more of them than the run has uses.
     */
    void end(Run run) {
        jdbc.sql("update nightly_use_range r set first_position = coalesce((select position from nightly_use u"
                        + " where u.position >= r.first_position order by position limit 1), first_position),"
                        + " last_position = (select coalesce(max(position), 0) from nightly_use) where run_key = ?")
                .param(run.key())
                .update();
    }

    void change(UseRow row) {
        jdbc.sql("update nightly_use set document = ? where position = ?")
                .params(row.document, row.position)
                .update();
    }

    Optional<UseRow> find(Run run, String use) {
        return jdbc.sql("select position, use_id, document from nightly_use where run_key = ? and use_id = ?")
                .params(run.key(), use)
                .query((row, index) -> new UseRow(row.getLong(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /** How many uses the steps take up. */
    long count(Run run) {
        return jdbc.sql("select coalesce(max(uses), 0) from nightly_use_range where run_key = ?")
                .param(run.key())
                .query(Long.class)
                .single();
    }

    /** The part of the uses that falls to a share; shares lie one behind the other, so that they touch no page together. */
    Range range(Run run, Slots.Share share) {
        return jdbc.sql("select first_position, last_position from nightly_use_range where run_key = ?")
                .param(run.key())
                .query((row, index) -> part(row.getLong(1), row.getLong(2) + 1, share))
                .optional()
                .orElse(new Range(0, 0));
    }

    private static Range part(long first, long end, Slots.Share share) {
        long uses = end - first;
        return new Range(
                first - 1 + uses * share.number() / share.of(), first - 1 + uses * (share.number() + 1) / share.of());
    }

    /** The next rows of a part, of which some may be another run's or left out. */
    List<Found> page(Run run, Range part, int size) {
        return jdbc.sql(PAGE)
                .params(run.key(), part.after, part.last, size)
                .query((row, index) ->
                        new Found(new UseRow(row.getLong(1), row.getString(2), row.getString(3)), row.getBoolean(4)))
                .list();
    }

    /** The position that the step came to before it was stopped; 0 where it begins. */
    long reached(Run run, String step) {
        return jdbc.sql("select coalesce(max(position), 0) from nightly_position where run_key = ? and step = ?")
                .params(run.key(), step)
                .query(Long.class)
                .single();
    }

    /** Says in the transaction of its work that the step has come so far. */
    void reach(Run run, String step, long position) {
        int known = jdbc.sql("update nightly_position set position = ? where run_key = ? and step = ?")
                .params(position, run.key(), step)
                .update();
        if (known == 0) {
            jdbc.sql("insert into nightly_position (run_key, step, position) values (?, ?, ?)")
                    .params(run.key(), step, position)
                    .update();
        }
    }

    /**
     * Makes room: takes out some uses of runs that are over.
     *
     * @return whether there may be more
     */
    boolean forgetSome() {
        record Over(String run, long first, long last) {}
        Optional<Over> over = jdbc
                .sql(
                        "select u.run_key, u.first_position, u.last_position from nightly_use_range u"
                                + " join nightly_run r on r.run_key = u.run_key where r.status <> 'open' order by u.first_position")
                .query((row, index) -> new Over(row.getString(1), row.getLong(2), row.getLong(3)))
                .list()
                .stream()
                .findFirst();
        over.ifPresent(
                run -> forget(run.run, run.first, Math.min(run.last, run.first + FORGOTTEN_AT_ONCE - 1), run.last));
        return over.isPresent();
    }

    private void forget(String run, long first, long last, long end) {
        // The function keeps H2 from the index over runs, for the same reason as above.
        jdbc.sql("delete from nightly_use where position between ? and ? and substring(run_key, 1) = ?")
                .params(first, last, run)
                .update();
        if (last < end) {
            jdbc.sql("update nightly_use_range set first_position = ? where run_key = ?")
                    .params(last + 1, run)
                    .update();
        } else {
            jdbc.sql("delete from nightly_use_range where run_key = ?")
                    .param(run)
                    .update();
            jdbc.sql("delete from nightly_position where run_key = ?")
                    .param(run)
                    .update();
        }
    }
}
