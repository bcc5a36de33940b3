package org.trainingaudit.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trainingaudit.setup.NoticeKind;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is to be told and to whom it still has to get. Joins the caller's transaction. */
@Component
class Outbox {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final int AT_ONCE = 20;
    private static final int LONGEST_FAULT = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One way of one message that is due. */
    record Due(Message message, String way, int attempts) {}

    /** Adds a message, unless one of its key was added before. */
    void add(Notice notice, List<String> ways) {
        OffsetDateTime now = now(Duration.ZERO);
        int added = jdbc.sql("insert into notice_message (message_key, kind, details, created_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(notice.key(), notice.kind().word(), JSON.writeValueAsString(notice.details()), now)
                .update();
        if (added == 1) {
            ways.forEach(
                    way -> jdbc.sql("insert into notice_delivery (message_key, way, state, attempts, next_at, fault)"
                                    + " values (?, ?, 'waiting', 0, ?, '')")
                            .params(notice.key(), way, now)
                            .update());
        }
    }

    /** Takes some that are due, and puts the next attempt off, so that no other process tries meanwhile. */
    List<Due> take(Duration meanwhile) {
        List<Due> due = jdbc.sql("select d.message_key, d.way, d.attempts, m.kind, m.details, m.created_at"
                        + " from notice_delivery d join notice_message m on m.message_key = d.message_key"
                        + " where d.state = 'waiting' and d.next_at <= ? order by d.next_at, d.message_key limit "
                        + AT_ONCE)
                .param(now(Duration.ZERO))
                .query(Outbox::read)
                .list();
        return due.stream()
                .filter(one -> put(one, "waiting", now(meanwhile), ""))
                .toList();
    }

    private static Due read(ResultSet row, int index) throws SQLException {
        NoticeKind kind = NoticeKind.of(row.getString("kind")).orElseThrow();
        Notice notice =
                new Notice(kind, row.getString("message_key"), JSON.readValue(row.getString("details"), DETAILS));
        Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new Due(new Message(notice, created), row.getString("way"), row.getInt("attempts") + 1);
    }

    /** Only one of several who try gets it. */
    private boolean put(Due due, String state, OffsetDateTime next, String fault) {
        return jdbc.sql("update notice_delivery set state = ?, attempts = ?, next_at = ?, fault = ?"
                                + " where message_key = ? and way = ? and attempts = ? and state = 'waiting'")
                        .params(
                                state,
                                due.attempts(),
                                next,
                                fault,
                                due.message().notice().key(),
                                due.way(),
                                due.attempts() - 1)
                        .update()
                == 1;
    }

    void sent(Due due) {
        end(due, "sent", Duration.ZERO, "");
    }

    void again(Due due, Duration later, String fault) {
        end(due, "waiting", later, fault);
    }

    void giveUp(Due due, String fault) {
        end(due, "given-up", Duration.ZERO, fault);
    }

    private void end(Due due, String state, Duration later, String fault) {
        jdbc.sql("update notice_delivery set state = ?, next_at = ?, fault = ? where message_key = ? and way = ?"
                        + " and attempts = ?")
                .params(
                        state,
                        now(later),
                        fault.substring(0, Math.min(LONGEST_FAULT, fault.length())),
                        due.message().notice().key(),
                        due.way(),
                        due.attempts())
                .update();
    }

    long count(String state) {
        return jdbc.sql("select count(*) from notice_delivery where state = ?")
                .param(state)
                .query(Long.class)
                .single();
    }

    private OffsetDateTime now(Duration later) {
        return OffsetDateTime.ofInstant(clock.instant().plus(later), ZoneOffset.UTC);
    }
}
