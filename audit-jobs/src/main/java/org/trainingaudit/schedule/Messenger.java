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
import org.trainingaudit.notice.Postman;
import org.trainingaudit.notice.Reminders;

/** Sends what is to be told every few seconds, and looks every hour for what ends soon. Has a thread of its own: a mail server may be slow. */
@Component
class Messenger {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
    private static final int SEND_SECONDS = 15;
    private static final int LOOK_SECONDS = 3600;

    private final Postman postman;
    private final Reminders reminders;
    private final List<Future<?>> works = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Messenger::thread);

    Messenger(Postman postman, Reminders reminders) {
        this.postman = postman;
        this.reminders = reminders;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "messenger");
        thread.setDaemon(true);
        return thread;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (postman.isEmployed()) {
            works.add(thread.scheduleWithFixedDelay(() -> safely(reminders::look), 0, LOOK_SECONDS, TimeUnit.SECONDS));
            works.add(thread.scheduleWithFixedDelay(
                    () -> safely(postman::deliver), SEND_SECONDS, SEND_SECONDS, TimeUnit.SECONDS));
        }
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("telling people failed and is tried again", e);
        }
    }

    @PreDestroy
    void end() {
        works.forEach(work -> work.cancel(true));
        thread.shutdown();
    }
}
