package org.trainingaudit.schedule;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trainingaudit.access.AccessTrail;
import org.trainingaudit.operate.Attesting;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.ChangesAhead;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.operate.TrailCare;
import org.trainingaudit.view.Projection;

/** Looks every few seconds whether anything is due, and every few minutes after the trail. What fails is tried again. */
@Component
class Caretaker {

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
    private static final int TICK_SECONDS = 15;
    private static final int TRAIL_SECONDS = 300;

    private final Schedule schedule;
    private final AccessTrail access;
    private final TrailCare trail;
    private final Operations operations;
    private final Projection projection;
    private final Figures figures;
    private final ChangesAhead ahead;
    private final Attesting attesting;
    private final List<Future<?>> works = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Caretaker::thread);

    Caretaker(
            Schedule schedule,
            AccessTrail access,
            TrailCare trail,
            Operations operations,
            Projection projection,
            Figures figures,
            ChangesAhead ahead,
            Attesting attesting) {
        this.schedule = schedule;
        this.access = access;
        this.trail = trail;
        this.operations = operations;
        this.projection = projection;
        this.figures = figures;
        this.ahead = ahead;
        this.attesting = attesting;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "caretaker");
        thread.setDaemon(true);
        return thread;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.execute(() -> safely(projection::catchUp));
        thread.execute(() -> safely(figures::refresh));
        thread.execute(() -> safely(() -> ahead.refresh(attesting.today())));
        works.add(thread.scheduleWithFixedDelay(
                () -> safely(this::lookAfterRuns), TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS));
        works.add(thread.scheduleWithFixedDelay(
                () -> safely(this::lookAfterTrail), TRAIL_SECONDS, TRAIL_SECONDS, TimeUnit.SECONDS));
    }

    /** What another process left that has ended without a word comes first; then what is due. */
    private void lookAfterRuns() {
        operations.recover(By.recovery());
        schedule.tick();
        figures.refresh();
        ahead.refresh(attesting.today());
    }

    /** What was recorded outside a run is published, and a day on which nothing was recorded is said to be one. */
    private void lookAfterTrail() {
        access.flush();
        if (trail.hasLog()) {
            operations.lookAfterTrail(() -> {
                trail.publish();
                trail.heartbeat();
            });
            projection.catchUp();
        }
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("something that is looked after by itself failed and is tried again", e);
        }
    }

    @PreDestroy
    void end() {
        works.forEach(work -> work.cancel(false));
        thread.shutdown();
    }
}
