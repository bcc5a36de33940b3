package org.trainingaudit.notice;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes what people are to be told, in the transaction of what it tells of: both are there afterwards, or neither. */
@Component
public class Notices {

    private final Ways ways;
    private final Outbox outbox;

    Notices(Ways ways, Outbox outbox) {
        this.ways = ways;
        this.outbox = outbox;
    }

    /**
     * Has it told by each way that is configured for it, once.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void tell(Notice notice) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a notice is written in the transaction of what it tells of");
        }
        List<String> told = ways.of(notice.kind()).stream().map(Way::id).toList();
        if (!told.isEmpty()) {
            outbox.add(notice, told);
        }
    }
}
