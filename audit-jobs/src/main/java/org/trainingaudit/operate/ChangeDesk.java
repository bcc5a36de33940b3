package org.trainingaudit.operate;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.view.NightList;
import org.trainingaudit.view.Sight;

/**
 * What changes between two dates for the recorded uses. Judging everything twice is work: questions are answered one at a
 * time by a thread of their own, each once after each run, and whoever asks meanwhile hears how far it is. The days on which
 * a law moves next are there already ({@link ChangesAhead}).
 * Held at once: {@value #KEPT} answers, of each the counts and {@value #SHOWN} changed pairs a group.
 */
@Component
public class ChangeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeDesk.class);
    private static final int KEPT = 8;
    static final int SHOWN = 200;
    private static final long PATIENCE_MILLIS = 150;

    private record Asked(LocalDate from, LocalDate to, Sight sight, String run) {}

    /**
     * An answer, or how far it is.
     *
     * @param report the answer; empty while it is being worked out, and where that failed
     * @param failed whether it could not be worked out; asked again, it is tried again
     * @param done how many uses are judged
     * @param uses how many there are; 0 while that isn't known
     */
    public record Answer(Optional<ChangeReport> report, boolean failed, long done, long uses) {}

    /** A question that is being answered or has been. */
    private static final class Work {
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile Optional<ChangeReport> report = Optional.empty();
        private volatile boolean failed;
        private final AtomicLong done = new AtomicLong();
        private volatile long uses;
    }

    private final RecordedUses uses;
    private final NightList nights;
    private final ChangesAhead ahead;
    private final Configuration setup;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DaemonThreads.named("what-changes"));
    private final Map<Asked, Work> works = new LinkedHashMap<>();

    ChangeDesk(RecordedUses uses, NightList nights, ChangesAhead ahead, Configuration setup) {
        this.uses = uses;
        this.nights = nights;
        this.ahead = ahead;
        this.setup = setup;
    }

    /**
     * Compares all uses that are seen. Steps whose day isn't fixed and whose last possible day lies between the two are
     * taken on that day, and the answer says so. Comes back at once, with the answer where it is there.
     *
     * @throws org.trainingaudit.config.ConfigurationException where the dates are the wrong way round, or a regime can't be
     *     judged on one of them
     * @throws OperationRefused where too many other questions wait
     */
    public Answer compare(LocalDate from, LocalDate to, Sight sight) {
        Optional<ChangeReport> known = ahead.find(from, to, sight);
        if (known.isPresent()) {
            return new Answer(known, false, known.get().uses(), known.get().uses());
        }
        String run = nights.latest().map(NightList.Night::run).orElse("");
        Work work = work(new Asked(from, to, sight, run));
        await(work);
        if (work.failed) {
            forget(work);
        }
        return new Answer(work.report, work.failed, work.done.get(), work.uses);
    }

    private synchronized Work work(Asked asked) {
        Optional<Work> known = Optional.ofNullable(works.remove(asked));
        Work work = known.orElseGet(() -> begin(asked));
        works.put(asked, work);
        return work;
    }

    private Work begin(Asked asked) {
        Comparer comparer = comparer(asked);
        makeRoom();
        Work work = new Work();
        thread.execute(() -> answer(asked, comparer, work));
        return work;
    }

    /** Answers nobody asked for lately make room, those that are being worked out don't. */
    private void makeRoom() {
        works.entrySet().stream()
                .filter(entry -> entry.getValue().end.getCount() == 0)
                .limit(Math.max(0, works.size() + 1 - KEPT))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(works::remove);
        if (works.size() >= KEPT) {
            throw new OperationRefused(
                    OperationRefused.Reason.BUSY,
                    KEPT + " comparisons wait already; ask again when one of them is done");
        }
    }

    private synchronized void forget(Work work) {
        works.values().remove(work);
    }

    private static void await(Work work) {
        try {
            work.end.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Comparer comparer(Asked asked) {
        return Comparer.of(
                setup.regimes(),
                asked.from,
                asked.to,
                Map.of(),
                setup.settings().regime().unconfirmed(),
                Optional.empty());
    }

    private void answer(Asked asked, Comparer comparer, Work work) {
        try {
            work.uses = uses.count(asked.sight);
            work.report = Optional.of(comparer.overview(
                    each -> uses.forEach(asked.sight, each, done -> goOn(work, done)), SHOWN));
        } catch (RuntimeException e) {
            LOG.warn("what changes from {} to {} could not be worked out", asked.from, asked.to, e);
        } finally {
            work.failed = work.report.isEmpty();
            work.end.countDown();
        }
    }

    private void goOn(Work work, long done) {
        work.done.set(done);
        if (thread.isShutdown()) {
            throw new IllegalStateException("the program ends");
        }
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }
}
