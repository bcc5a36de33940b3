package org.trainingaudit.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code finding_waiver}. */
final class WaiverRows {

    private final JdbcClient jdbc;

    WaiverRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Waiver> all() {
        return jdbc.sql("select * from finding_waiver order by number")
                .query(WaiverRows::read)
                .list();
    }

    Optional<Waiver> find(String id) {
        return jdbc.sql("select * from finding_waiver where waiver = ?")
                .param(id)
                .query(WaiverRows::read)
                .optional();
    }

    /** Those that were approved at some time, by id, the oldest first; withdrawn ones among them. */
    Map<String, Waiver> everApproved() {
        Map<String, Waiver> byId = new LinkedHashMap<>();
        jdbc.sql("select * from finding_waiver where state in ('approved', 'withdrawn') order by number")
                .query(WaiverRows::read)
                .list()
                .forEach(waiver -> byId.put(waiver.id(), waiver));
        return byId;
    }

    long nextNumber() {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from finding_waiver")
                .query(Long.class)
                .single();
    }

    void add(Waiver waiver, long number) {
        jdbc.sql(
                        "insert into finding_waiver (waiver, number, state, scope, reason, requester, requested_on, holds_until)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        waiver.id(),
                        number,
                        waiver.state().word(),
                        waiver.scope().stored(),
                        waiver.reason(),
                        waiver.requester(),
                        waiver.requestedOn(),
                        waiver.until())
                .update();
    }

    /** Whether it was still as it was when it was read; if not, somebody else was quicker and nothing has changed. */
    boolean decide(Waiver waiver, Waiver.State before) {
        Waiver.Decision decision = waiver.decision().orElseThrow();
        int changed = jdbc.sql("update finding_waiver set state = ?, decider = ?, decided_on = ?, decision_reason = ?"
                        + " where waiver = ? and state = ?")
                .params(
                        waiver.state().word(),
                        decision.actor(),
                        decision.on(),
                        decision.reason(),
                        waiver.id(),
                        before.word())
                .update();
        return changed == 1;
    }

    private static Waiver read(ResultSet row, int index) throws SQLException {
        Optional<LocalDate> decided = Optional.ofNullable(row.getObject("decided_on", LocalDate.class));
        String decider = row.getString("decider");
        String reason = row.getString("decision_reason");
        return new Waiver(
                row.getString("waiver"),
                Waiver.State.of(row.getString("state")),
                WaiverScope.read(row.getString("scope")),
                row.getString("reason"),
                row.getString("requester"),
                row.getObject("requested_on", LocalDate.class),
                row.getObject("holds_until", LocalDate.class),
                decided.map(on -> new Waiver.Decision(decider, on, reason)));
    }
}
