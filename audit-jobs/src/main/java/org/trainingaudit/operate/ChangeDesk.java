package org.trainingaudit.operate;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.ReconciledUse;
import org.trainingaudit.use.Use;
import org.trainingaudit.view.Projection;
import org.trainingaudit.view.Sight;
import org.trainingaudit.view.UseList;

/**
 * What changes between two dates for the recorded uses. Judging everything twice is work: questions are answered one at a
 * time by a thread of their own, each once for each state of the trail, and whoever asks meanwhile hears how far it is.
 * Held at once: {@value #KEPT} answers, of each the counts and {@value #SHOWN} changed pairs a group.
 */
@Component
public class ChangeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeDesk.class);
    private static final int AT_A_TIME = 200;
    private static final int KEPT = 8;
    private static final int SHOWN = 200;
    private static final long PATIENCE_MILLIS = 150;

    private record Asked(LocalDate from, LocalDate to, Sight sight, long entries) {}

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

    private final UseList uses;
    private final Projection projection;
    private final Configuration setup;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(ChangeDesk::thread);
    private final Map<Asked, Work> works = new LinkedHashMap<>();

    ChangeDesk(UseList uses, Projection projection, Configuration setup) {
        this.uses = uses;
        this.projection = projection;
        this.setup = setup;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "what-changes");
        thread.setDaemon(true);
        return thread;
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
        long entries = projection.lag().map(Projection.Lag::shown).orElse(0L);
        Work work = work(new Asked(from, to, sight, entries));
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
            work.report = Optional.of(comparer.overview(each -> forEach(asked.sight, work, each), SHOWN));
        } catch (RuntimeException e) {
            LOG.warn("what changes from {} to {} could not be worked out", asked.from, asked.to, e);
            work.failed = true;
        } finally {
            work.end.countDown();
        }
    }

    private void forEach(Sight sight, Work work, Consumer<ReconciledUse> each) {
        UseList.Filter all = UseList.Filter.NONE;
        for (var page = uses.page(all, sight, "", AT_A_TIME); !page.isEmpty(); ) {
            page.forEach(line -> one(line, each));
            work.done.addAndGet(page.size());
            if (thread.isShutdown()) {
                throw new IllegalStateException("the program ends");
            }
            page = uses.page(all, sight, page.get(page.size() - 1).use(), AT_A_TIME);
        }
    }

    private void one(UseList.Line line, Consumer<ReconciledUse> each) {
        if (!line.state().equals("ended")) {
            uses.use(line.use(), setup.facts()).ifPresent(use -> each.accept(recorded(use)));
        }
    }

    private ReconciledUse recorded(Use use) {
        boolean weak = Explaining.isWeak(uses.verdicts(use.id()));
        return new ReconciledUse(use, weak, weak ? "the scan of its dataset was weak" : "", List.of());
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }
}
