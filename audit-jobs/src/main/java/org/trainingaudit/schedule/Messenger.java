package org.trainingaudit.schedule;

import jakarta.annotation.PreDestroy;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trainingaudit.notice.Postman;
import org.trainingaudit.notice.Reminders;

/** Sends what is to be told every few seconds, and looks every hour for what ends soon. Has a thread of its own: a mail server may be slow. */
@Component
class Messenger {

    private static final int SEND_SECONDS = 15;
    private static final int LOOK_SECONDS = 3600;

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
            rounds.every(LOOK_SECONDS, reminders::look);
            rounds.every(SEND_SECONDS, postman::deliver);
        }
    }

    @PreDestroy
    void end() {
        rounds.breakOff();
    }
}
