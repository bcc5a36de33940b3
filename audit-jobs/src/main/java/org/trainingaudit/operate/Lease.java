package org.trainingaudit.operate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.database.Database;

/**
 * Lets one process at a time work on runs, of all that share a database. The holder raises a number while it lives. Another
 * takes over where it has seen that number stand still for {@link #LASTS} by its own clock, so no two clocks need agree; or
 * at once where the database is one process's alone, since having it open proves that the holder is dead.
 *
 * <p>A holder that was only asleep does no harm: taking over raises the fence, and what was begun under a lower one can't be
 * committed any more (see {@link FencedWork}).
 */
@Component
class Lease {

    /** How long a holder may be silent before another takes over. */
    static final Duration LASTS = Duration.ofSeconds(30);

    private static final String NAME = "runs";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean oneProcess;
    private Optional<Long> mine = Optional.empty();
    private Optional<Sighting> sighting = Optional.empty();

    Lease(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${" + Database.ONE_PROCESS + ":false}") boolean oneProcess) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.oneProcess = oneProcess;
    }

    /**
     * How the lease stands.
     *
     * @param holder who has it, for people; empty while nobody has
     * @param work the run that is on under it, or what else is done
     */
    record State(long fence, long beat, String holder, String work) {
        boolean isFree() {
            return holder.isEmpty();
        }
    }

    private record Sighting(State state, Instant since) {}

    State state() {
        return jdbc.sql("select f.fence, l.beat, l.holder, l.work from operate_lease l"
                        + " join operate_fence f on f.name = l.name where l.name = ?")
                .param(NAME)
                .query((row, index) -> new State(
                        row.getLong("fence"), row.getLong("beat"), row.getString("holder"), row.getString("work")))
                .single();
    }

    /** The state, where another process holds it, dead or alive. */
    synchronized Optional<State> elsewhere() {
        State now = state();
        return Optional.of(now).filter(state -> !state.isFree() && !isMine(state));
    }

    /** The same, unless that one is surely dead, since this process alone can have the database open. */
    synchronized Optional<State> aliveElsewhere() {
        return oneProcess ? Optional.empty() : elsewhere();
    }

    private boolean isMine(State state) {
        return mine.filter(fence -> fence == state.fence()).isPresent();
    }

    /** Takes it, if it is free or its holder is dead; what comes back is the fence under which to work. */
    synchronized Optional<Long> take() {
        State now = state();
        if (isMine(now) || !(now.isFree() || oneProcess || isSilent(now))) {
            return Optional.empty();
        }
        mine = Objects.requireNonNull(transaction.execute(status -> take(now)));
        return mine;
    }

    private boolean isSilent(State now) {
        Instant at = clock.instant();
        Optional<Instant> since = sighting.filter(seen -> seen.state.equals(now))
                .map(Sighting::since)
                .filter(seen -> !seen.isAfter(at));
        if (since.isEmpty()) {
            sighting = Optional.of(new Sighting(now, at));
        }
        return since.filter(seen -> Duration.between(seen, at).compareTo(LASTS) >= 0)
                .isPresent();
    }

    /** A holder in the middle of a commit keeps the row locked; it isn't waited for, since the next try comes soon. */
    private Optional<Long> take(State now) {
        Optional<Long> still = jdbc.sql(
                        "select fence from operate_fence where name = ? and fence = ? for update skip locked")
                .params(NAME, now.fence())
                .query(Long.class)
                .optional();
        if (still.isEmpty()) {
            return still;
        }
        long next = now.fence() + 1;
        jdbc.sql("update operate_fence set fence = ? where name = ?")
                .params(next, NAME)
                .update();
        jdbc.sql("update operate_lease set holder = ?, work = '', beat = beat + 1 where name = ?")
                .params(ThisProcess.name(), NAME)
                .update();
        return Optional.of(next);
    }

    /** Says that its holder lives; false where another has taken over. */
    synchronized boolean renew() {
        return mine.isEmpty() || change("beat = beat + 1") == 1;
    }

    /** Says what is done under it. */
    synchronized void note(String work) {
        if (mine.isPresent()) {
            change("work = ?", work);
        }
    }

    /** Gives it back, so that nobody has to wait. */
    synchronized void release(long fence) {
        if (mine.filter(own -> own == fence).isPresent()) {
            try {
                change("holder = '', work = ''");
            } finally {
                // Where it couldn't be said, silence says it.
                mine = Optional.empty();
            }
        }
    }

    private int change(String what, String... values) {
        List<Object> all = new ArrayList<>(List.of(values));
        all.add(NAME);
        all.add(mine.orElseThrow());
        return jdbc.sql("update operate_lease set " + what + " where name = ?"
                        + " and (select fence from operate_fence f where f.name = operate_lease.name) = ?")
                .params(all)
                .update();
    }

    /**
     * Makes sure, as the last thing of a transaction, that nobody has taken over; nobody can before it's committed.
     *
     * @throws LeaseLost where somebody has
     */
    void require(long fence) {
        // Where no other process can be, nobody needs to be kept from taking over in the meantime.
        long now = jdbc.sql("select fence from operate_fence where name = ?" + (oneProcess ? "" : " for share"))
                .param(NAME)
                .query(Long.class)
                .single();
        if (now != fence) {
            throw new LeaseLost();
        }
    }
}
