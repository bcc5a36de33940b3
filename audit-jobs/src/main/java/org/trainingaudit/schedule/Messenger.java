package org.trainingaudit.schedule;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trainingaudit.notice.Postman;
import org.trainingaudit.notice.Reminders;
import org.trainingaudit.operate.Rounds;

/** Sends what is to be told every few seconds, and looks every hour for what ends soon. Has a thread of its own: a mail server may be slow. */
@Component
class Messenger {

    private static final Duration BETWEEN_SENDS = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    private final Postman postman;
    private final Reminders reminders;
    private final Rounds rounds = new Rounds("messenger", "telling people");

    Messenger(Postman postman, Reminders reminders) {
        this.postman = postman;
        this.reminders = reminders;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (postman.isEmployed()) {
            rounds.once(reminders::look);
            rounds.every(BETWEEN_LOOKS, reminders::look);
            rounds.every(BETWEEN_SENDS, postman::deliver);
        }
    }

    @PreDestroy
    void end() {
        rounds.breakOff();
    }
}
