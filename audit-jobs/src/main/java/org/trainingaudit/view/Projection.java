package org.trainingaudit.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Checkpoint;
import org.trainingaudit.trail.Entry;
import org.trainingaudit.trail.TrailReader;

/** Keeps the view's tables in step with the published trail. */
@Component
public class Projection {

    private static final int AT_A_TIME = 2_000;

    private final Places places;
    private final Fold fold;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Projection(Places places, Fold fold, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.places = places;
        this.fold = fold;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Folds what was published since the last time, some thousand entries in a transaction. Cut short, it goes on where
     * it was.
     *
     * @return how many entries were folded
     */
    public synchronized long catchUp() {
        long folded = 0;
        for (Path log : places.logs()) {
            folded += catchUp(log);
        }
        return folded;
    }

    private long catchUp(Path log) {
        TrailReader reader = TrailReader.of(log);
        Checkpoint published = reader.checkpoint().checkpoint();
        long from = position(published.origin()).orElse(0L);
        long at = from;
        while (at < published.size()) {
            long to = Math.min(at + AT_A_TIME, published.size());
            List<Entry> entries = reader.entries(at, to);
            long then = at;
            transaction.executeWithoutResult(status -> {
                // Another process may have folded them in the meantime.
                if (move(published.origin(), then, to)) {
                    fold.take(published.origin(), entries);
                }
            });
            at = position(published.origin()).orElse(0L);
        }
        return at - from;
    }

    /** How many entries of the running log are shown, of how many that are published. */
    public record Lag(long shown, long published) {}

    /** How far the tables are behind. */
    public Optional<Lag> lag() {
        List<Path> logs = places.logs();
        if (logs.isEmpty()) {
            return Optional.empty();
        }
        Checkpoint published =
                TrailReader.of(logs.get(logs.size() - 1)).checkpoint().checkpoint();
        return Optional.of(new Lag(position(published.origin()).orElse(0L), published.size()));
    }

    private Optional<Long> position(String origin) {
        return jdbc.sql("select entries from view_position where origin = ?")
                .param(origin)
                .query(Long.class)
                .optional();
    }

    private boolean move(String origin, long from, long to) {
        if (position(origin).isEmpty()) {
            jdbc.sql("insert into view_position (origin, entries) values (?, 0)")
                    .param(origin)
                    .update();
        }
        return jdbc.sql("update view_position set entries = ? where origin = ? and entries = ?")
                        .params(to, origin, from)
                        .update()
                == 1;
    }
}
