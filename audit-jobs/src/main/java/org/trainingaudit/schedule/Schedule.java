package org.trainingaudit.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.notice.Notice;
import org.trainingaudit.notice.Notices;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.OperationRefused;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.ScheduleSettings;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.trail.Trail;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Starts the night when it is due. Each due time is dealt with once, by whoever moves the job's mark on: started, or, where
 * it's too late or another night is due already, recorded as missed.
 */
@Component
public class Schedule {

    private static final String JOB = "nightly";
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SHOWN = 3;

    private final Operations operations;
    private final Trail trail;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ZoneId businessZone;
    private final ScheduleSettings settings;
    private final Optional<FireTimes> times;

    Schedule(
            Operations operations,
            Trail trail,
            Notices notices,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            Configuration setup) {
        this.operations = operations;
        this.trail = trail;
        this.notices = notices;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.businessZone = setup.settings().nightly().businessZone();
        this.settings = setup.settings().schedule();
        this.times = settings.nightly().map(cron -> new FireTimes(cron, zone()));
    }

    private ZoneId zone() {
        return settings.zone().orElse(businessZone);
    }

    /**
     * A run that is to come.
     *
     * @param moved why it isn't at the time that the expression names, in a sentence; else empty
     */
    public record Planned(String job, Instant at, String cron, String zone, String moved) {}

    /** The next runs, the soonest first. */
    public List<Planned> planned() {
        List<Planned> planned = new ArrayList<>();
        Optional<FireTimes.Fire> next = times.flatMap(found -> found.next(clock.instant()));
        while (next.isPresent() && planned.size() < SHOWN) {
            FireTimes.Fire fire = next.get();
            planned.add(new Planned(JOB, fire.at(), settings.nightly().orElseThrow(), zone().getId(), fire.moved()));
            next = times.flatMap(found -> found.next(fire.at()));
        }
        return planned;
    }

    /** For how long the oldest night has been due that is neither begun nor recorded as missed; zero where none is. */
    public Duration lag() {
        Instant now = clock.instant();
        return times.flatMap(found -> mark().flatMap(found::next))
                .map(FireTimes.Fire::at)
                .filter(due -> due.isBefore(now))
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
    }

    /** Does what is due; called every now and then. */
    public void tick() {
        times.ifPresent(this::tick);
    }

    private synchronized void tick(FireTimes found) {
        Instant now = clock.instant();
        Optional<Instant> mark = mark();
        if (mark.isEmpty()) {
            begin(now);
        } else {
            deal(mark.get(), due(found, mark.get(), now), now);
        }
    }

    /** Each moves the mark on from the one before it; where another program has done that, the rest is dealt with there. */
    private void deal(Instant mark, List<Instant> due, Instant now) {
        Instant before = mark;
        for (int i = 0; i + 1 < due.size(); i++) {
            // After a long silence each is recorded, and people are told of the newest.
            boolean told = i + 2 == due.size();
            if (!miss(before, due.get(i), "the program was not running, or busy, until the next one was due", told)) {
                return;
            }
            before = due.get(i);
        }
        if (!due.isEmpty()) {
            deal(before, due.get(due.size() - 1), now);
        }
    }

    private static List<Instant> due(FireTimes found, Instant after, Instant now) {
        List<Instant> due = new ArrayList<>();
        Optional<FireTimes.Fire> next = found.next(after);
        while (next.filter(fire -> !fire.at().isAfter(now)).isPresent()) {
            Instant at = next.get().at();
            due.add(at);
            next = found.next(at);
        }
        return due;
    }

    private void deal(Instant mark, Instant due, Instant now) {
        if (Duration.between(due, now).compareTo(settings.catchUp()) > 0) {
            miss(mark, due, "noticed later than " + settings.catchUp().toHours() + " hours after", true);
            return;
        }
        if (operations.isAtWork() || operations.finishFirst(By.schedule())) {
            // It is tried again at the next tick, until it's too late.
            return;
        }
        start(mark, due);
    }

    /** A night has one key, so that one process of several starts it; the others find it started and move the mark, or no more. */
    private void start(Instant mark, Instant due) {
        try {
            operations.startNightly(date(due), By.schedule());
            move(mark, due);
        } catch (OperationRefused e) {
            if (e.reason() != OperationRefused.Reason.BUSY) {
                miss(mark, due, String.valueOf(e.getMessage()), true);
            }
        }
    }

    private LocalDate date(Instant due) {
        return LocalDate.ofInstant(due, businessZone);
    }

    /** False where another program has dealt with it. */
    private boolean miss(Instant mark, Instant due, String reason, boolean told) {
        EntryDraft entry = missed(due, reason);
        boolean ours = Objects.requireNonNull(transaction.execute(status -> {
            boolean moved = move(mark, due);
            if (moved) {
                trail.submit(entry);
            }
            if (moved && told) {
                notices.tell(Notice.runMissed(entry.run(), date(due)));
            }
            return moved;
        }));
        if (ours) {
            LOG.warn("the night of {} was missed: {}", date(due), reason);
        }
        return ours;
    }

    private EntryDraft missed(Instant due, String reason) {
        String run = JOB + "/" + date(due);
        ObjectNode body = JSON.createObjectNode()
                .put("job", JOB)
                .put("expected_at", due.toString())
                .put("detected_at", clock.instant().toString())
                .put("reason", reason);
        return new EntryDraft("run_missed", run, List.of(run), body);
    }

    private Optional<Instant> mark() {
        return jdbc.sql("select last_due from schedule_job where job = ?")
                .param(JOB)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** A schedule that is new has missed nothing yet. */
    private void begin(Instant now) {
        try {
            jdbc.sql("insert into schedule_job (job, last_due) values (?, ?)")
                    .params(JOB, utc(now))
                    .update();
        } catch (DuplicateKeyException e) {
            LOG.debug("another process has begun the schedule at the same moment");
        }
    }

    /** Only one of several who try moves it. */
    private boolean move(Instant from, Instant to) {
        return jdbc.sql("update schedule_job set last_due = ? where job = ? and last_due = ?")
                        .params(utc(to), JOB, utc(from))
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
