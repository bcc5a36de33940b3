package org.trainingaudit.operate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.access.AccessTrail;
import org.trainingaudit.nightly.Run;

/** What operators did, when, why, and what came of it. */
@Component
public class OperationLog {

    private static final int LONGEST_RESULT = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AccessTrail trail;

    OperationLog(JdbcClient jdbc, Clock clock, AccessTrail trail) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * One thing that was done.
     *
     * @param at when
     * @param who the account
     * @param action {@code start}, {@code stop}, {@code restart}, {@code recover}, {@code give-up}, {@code end}
     * @param run the run's key
     * @param why the reason given
     * @param parameters what was asked for, as JSON; empty where there is nothing
     * @param result what came of it
     */
    public record Action(
            Instant at, String who, String action, String run, String why, String parameters, String result) {}

    /** Keeps it, and puts it into the trail where a person did it; how many rows were added. In the caller's transaction. */
    int add(By by, String action, String run, String parameters, String result) {
        trail.record(by.who(), action, run, "done", by.why());
        return insert(by, action, run, parameters, result);
    }

    /** How a run came out; the trail has its own entry of that. */
    int end(Run run, String result) {
        return insert(new By(run.actor(), ""), "end", run.key(), "{}", result);
    }

    private int insert(By by, String action, String run, String parameters, String result) {
        return jdbc.sql("insert into operate_action (done_at, who, action, run_key, why, parameters, result)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        by.who(),
                        action,
                        run,
                        by.why(),
                        parameters,
                        result.substring(0, Math.min(LONGEST_RESULT, result.length())))
                .update();
    }

    /** What was done to a run, the oldest first. */
    public List<Action> of(String run) {
        return jdbc.sql("select * from operate_action where run_key = ? order by id")
                .param(run)
                .query(OperationLog::read)
                .list();
    }

    private static Action read(ResultSet row, int index) throws SQLException {
        return new Action(
                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("action"),
                row.getString("run_key"),
                row.getString("why"),
                row.getString("parameters"),
                row.getString("result"));
    }
}
