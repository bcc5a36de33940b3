package org.trainingaudit.operate;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets one process at a time work on runs. A holder renews it while it works; once it has run out, another may take it,
 * with a fence one higher. Time is the database's, so that the processes' own clocks need not agree.
 *
 * <p>Each write of a run's steps also updates the step's own row in the same transaction, where a process frozen past its
 * lease finds a newer version and is rolled back: the lease decides who begins, that version who may finish.
 */
final class Lease {

    private final JdbcClient jdbc;
    private final String name;
    private final String holder;
    private final Duration length;

    Lease(JdbcClient jdbc, String name, String holder, Duration length) {
        this.jdbc = jdbc;
        this.name = name;
        this.holder = holder;
        this.length = length;
    }

    /** Takes or renews it; the fence, or nothing while another holds it. Needs a transaction of the caller's. */
    OptionalLong take() {
        OffsetDateTime now =
                jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single();
        Optional<Row> row = jdbc.sql("select holder, fence, held_until from operate_lease where name = ? for update")
                .param(name)
                .query((found, index) -> new Row(
                        found.getString("holder"),
                        found.getLong("fence"),
                        found.getObject("held_until", OffsetDateTime.class)))
                .optional();
        if (row.isEmpty()) {
            jdbc.sql("insert into operate_lease (name, holder, fence, held_until) values (?, ?, 1, ?)")
                    .params(name, holder, now.plus(length))
                    .update();
            return OptionalLong.of(1);
        }
        boolean mine = row.get().holder.equals(holder);
        if (!mine && now.isBefore(row.get().until)) {
            return OptionalLong.empty();
        }
        long fence = mine ? row.get().fence : row.get().fence + 1;
        jdbc.sql("update operate_lease set holder = ?, fence = ?, held_until = ? where name = ?")
                .params(holder, fence, now.plus(length), name)
                .update();
        return OptionalLong.of(fence);
    }

    /** Gives it back, if it is still held. */
    void leave() {
        jdbc.sql("update operate_lease set held_until = current_timestamp where name = ? and holder = ?")
                .params(name, holder)
                .update();
    }

    private record Row(String holder, long fence, OffsetDateTime until) {}
}
