package org.trainingaudit.nightly;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.trainingaudit.nightly.UseRows.UseRow;

/** Reads the uses of a share that a step still has to handle; where it stands is in the rows, so a restart needs no position. */
class PendingUses implements ItemReader<UseRow> {

    private static final int PAGE = 500;

    private final UseRows rows;
    private final Run run;
    private final String status;
    private final int share;
    private final int shares;
    private final Deque<UseRow> page = new ArrayDeque<>();
    private String after = "";

    PendingUses(UseRows rows, Run run, String status, int share, int shares) {
        this.rows = rows;
        this.run = run;
        this.status = status;
        this.share = share;
        this.shares = shares;
    }

    @Override
    public synchronized @Nullable UseRow read() {
        if (page.isEmpty()) {
            page.addAll(rows.page(run, status, share, shares, after, PAGE));
        }
        UseRow next = page.poll();
        if (next != null) {
            after = next.id();
        }
        return next;
    }
}
