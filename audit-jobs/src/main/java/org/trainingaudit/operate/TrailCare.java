package org.trainingaudit.operate;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.trainingaudit.nightly.LostRuns;
import org.trainingaudit.nightly.Progress;
import org.trainingaudit.nightly.ReplayFrom;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.setup.Places;
import org.trainingaudit.trail.Commitments;
import org.trainingaudit.trail.EntryDraft;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.trail.TrailException;
import org.trainingaudit.trail.VerifierKey;

/** What a trail needs beside the runs: a new key, a sign of life, forgetting, and entries put back. */
@Component
public class TrailCare {

    private final Trail trail;
    private final Commitments commitments;
    private final LostRuns lost;
    private final TransactionTemplate transactions;

    TrailCare(Trail trail, Commitments commitments, LostRuns lost, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.commitments = commitments;
        this.lost = lost;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * What was put back.
     *
     * @param entries entries of the trail
     * @param runs runs that the database had lost
     */
    public record Replayed(long entries, int runs) {}

    /** Changes the signing key; what comes back is the new one's verifier key. */
    public VerifierKey changeKey(String reason) {
        inTransaction(() -> {
            trail.changeKey(reason);
            return trail.sequence(Integer.MAX_VALUE);
        });
        trail.seal();
        return trail.vkey();
    }

    /**
     * Says that the trail is alive, if nothing was recorded today, and publishes. Call it at least once a day.
     *
     * @return whether an entry was added
     */
    public boolean heartbeat() {
        boolean beat = inTransaction(trail::heartbeat);
        trail.seal();
        return beat;
    }

    /** Whether there is a log; the first run begins it. */
    public boolean hasLog() {
        return trail.published().isPresent();
    }

    /**
     * Publishes what waits, if anything does.
     *
     * @return whether anything was published
     */
    public boolean publish() {
        boolean waited = inTransaction(() -> trail.sequence(Integer.MAX_VALUE)).entries() > 0;
        if (waited) {
            trail.seal();
        }
        return waited;
    }

    /**
     * Forgets what commitments stand for: those that are named, and all about these subjects.
     *
     * @return how many could be opened before and can't any more
     */
    public int erase(Collection<String> named, Collection<String> subjects, String legalBasis) {
        int count = inTransaction(() -> {
            TreeSet<String> all = new TreeSet<>(named);
            subjects.forEach(subject -> all.addAll(commitments.about(subject)));
            long openable = all.stream()
                    .map(commitments::open)
                    .flatMap(Optional::stream)
                    .count();
            List<EntryDraft> said = commitments.erase(all, legalBasis);
            trail.submit(said);
            trail.sequence(Integer.MAX_VALUE);
            return (int) openable;
        });
        if (count > 0) {
            trail.seal();
        }
        return count;
    }

    /** What opens a commitment; nothing where it was forgotten, or is none of this trail. */
    public Optional<Commitments.Opening> disclose(String commitment) {
        return commitments.open(commitment);
    }

    private <T> T inTransaction(Supplier<T> work) {
        T done = transactions.execute(status -> work.get());
        if (done == null) {
            throw new IllegalStateException("the work of a transaction has an answer");
        }
        return done;
    }

    /**
     * Puts back the entries that a database of an older day has lost, so that the trail opens again.
     *
     * @param exported the folder of the log, or of an unpacked bundle, that has them
     * @throws TrailException if they don't lead to what was signed; then nothing has changed
     */
    public static Replayed replay(
            Class<?> application, Places places, Configuration configuration, Progress progress, Path exported) {
        ReplayFrom replay = new ReplayFrom(exported);
        try (AuditContext context =
                AuditContext.start(application, places, configuration, progress, true, Optional.of(replay))) {
            TrailCare care = context.get(TrailCare.class);
            int runs = replay.entries() > 0 ? care.inTransaction(care.lost::restore) : 0;
            return new Replayed(replay.entries(), runs);
        }
    }
}
