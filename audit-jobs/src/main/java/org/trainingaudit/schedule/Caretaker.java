package org.trainingaudit.schedule;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trainingaudit.access.AccessTrail;
import org.trainingaudit.operate.BusinessDate;
import org.trainingaudit.operate.By;
import org.trainingaudit.operate.ChangesAhead;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.operate.Rounds;
import org.trainingaudit.operate.TrailCare;
import org.trainingaudit.view.Projection;

/** Looks every few seconds whether anything is due, and every few minutes after the trail. What fails is tried again. */
@Component
class Caretaker {

    private static final Duration TICK = Duration.ofSeconds(15);
    private static final Duration TRAIL = Duration.ofMinutes(5);

    private final Schedule schedule;
    private final AccessTrail access;
    private final TrailCare trail;
    private final Operations operations;
    private final Projection projection;
    private final Figures figures;
    private final ChangesAhead ahead;
    private final BusinessDate date;
    private final Rounds rounds = new Rounds("caretaker", "something that is looked after by itself");

    Caretaker(
            Schedule schedule,
            AccessTrail access,
            TrailCare trail,
            Operations operations,
            Projection projection,
            Figures figures,
            ChangesAhead ahead,
            BusinessDate date) {
        this.schedule = schedule;
        this.access = access;
        this.trail = trail;
        this.operations = operations;
        this.projection = projection;
        this.figures = figures;
        this.ahead = ahead;
        this.date = date;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds.once(projection::catchUp);
        rounds.once(figures::refresh);
        rounds.once(() -> ahead.refresh(date.today()));
        rounds.every(TICK, this::lookAfterRuns);
        rounds.every(TRAIL, this::lookAfterTrail);
    }

    /** What another process left that has ended without a word comes first; then what is due. */
    private void lookAfterRuns() {
        operations.recover(By.recovery());
        schedule.tick();
        figures.refresh();
        ahead.refresh(date.today());
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

    @PreDestroy
    void end() {
        rounds.end();
    }
}
