package org.trainingaudit.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings messages to where they go. What isn't taken is tried again after one minute, two, four, up to six hours, and given up
 * after {@link #MOST_ATTEMPTS} attempts, some four days.
 */
@Component
public class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int MOST_ATTEMPTS = 24;
    private static final Duration MEANWHILE = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int DOUBLED_AT_MOST = 9;

    private final Ways ways;
    private final Outbox outbox;

    Postman(Ways ways, Outbox outbox) {
        this.ways = ways;
        this.outbox = outbox;
    }

    /**
     * Messages that haven't got to where they go.
     *
     * @param waiting still tried
     * @param givenUp not tried any more
     */
    public record Backlog(long waiting, long givenUp) {}

    /** How much is left to do. */
    public Backlog backlog() {
        return new Backlog(outbox.count("waiting"), outbox.count("given-up"));
    }

    /** Whether anybody is told anything. */
    public boolean isEmployed() {
        return !ways.isEmpty();
    }

    /**
     * Tries what is due.
     *
     * @return how many were taken
     */
    public synchronized int deliver() {
        int taken = 0;
        for (List<Outbox.Due> due = outbox.take(MEANWHILE); !due.isEmpty(); due = outbox.take(MEANWHILE)) {
            taken += (int) due.stream().filter(this::isTaken).count();
        }
        return taken;
    }

    private boolean isTaken(Outbox.Due due) {
        Optional<Way> way = ways.named(due.way());
        if (way.isEmpty()) {
            outbox.giveUp(due, "the settings don't name this way any more");
            return false;
        }
        try {
            way.get().send(due.message());
            outbox.sent(due);
            return true;
        } catch (NotDelivered e) {
            retry(due, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void retry(Outbox.Due due, String fault) {
        String kind = due.message().notice().kind().word();
        if (due.attempts() >= MOST_ATTEMPTS) {
            LOG.error("a message ({}) by {} is given up after {} attempts: {}", kind, due.way(), MOST_ATTEMPTS, fault);
            outbox.giveUp(due, fault);
            return;
        }
        Duration doubled = Duration.ofMinutes(1L << Math.min(DOUBLED_AT_MOST, due.attempts() - 1));
        Duration later = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        LOG.warn("a message ({}) by {} is tried again in {}: {}", kind, due.way(), later, fault);
        outbox.again(due, later, fault);
    }
}
