package org.trainingaudit.nightly;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.trail.TrailPlaces;

/** Puts the entries back that a database has lost, before the trail is opened, which otherwise refuses that database. */
public final class ReplayFrom {

    private final Path exported;
    private final AtomicLong entries = new AtomicLong();

    /** From the folder of an exported log or bundle. */
    public ReplayFrom(Path exported) {
        this.exported = exported;
    }

    /** How many entries were put back. */
    public long entries() {
        return entries.get();
    }

    void run(TrailPlaces places, JdbcTemplate jdbc, Clock clock, PlatformTransactionManager transactions) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> entries.set(Trail.replay(places, exported, jdbc, clock)));
    }
}
