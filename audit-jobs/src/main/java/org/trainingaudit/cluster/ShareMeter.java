package org.trainingaudit.cluster;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.trainingaudit.cluster.Dealer.Deal;

/** Counts what passes between manager and workers, for whoever watches them. */
final class ShareMeter implements Desk.Tally {

    private final MeterRegistry meters;

    ShareMeter(MeterRegistry meters) {
        this.meters = meters;
        offers("sent");
        offers("unsent");
        redelivered();
        for (Answer answer : Answer.values()) {
            answers(answer);
        }
    }

    private Counter offers(String how) {
        return Counter.builder("audit.shares.offered")
                .description("Offers of shares to workers")
                .tag("how", how)
                .register(meters);
    }

    private Counter redelivered() {
        return Counter.builder("audit.shares.redelivered")
                .description("Offers of shares whose worker went silent or gave them back")
                .register(meters);
    }

    private Counter answers(Answer answer) {
        return Counter.builder("audit.shares.answered")
                .description("What this worker answered to offers")
                .tag("answer", answer.word())
                .register(meters);
    }

    /** An offer was made. */
    void offered(Deal deal, boolean sent) {
        offers(sent ? "sent" : "unsent").increment();
        if (deal.turn() > 1) {
            redelivered().increment();
        }
    }

    @Override
    public void answered(Answer answer) {
        answers(answer).increment();
    }
}
