package org.trainingaudit.nightly;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.trainingaudit.nightly.UseRows.Range;
import org.trainingaudit.nightly.UseRows.UseRow;

/** Reads the uses of a share behind the one that its step came to, so a restart needs no position of its own. */
class PendingUses implements ItemReader<UseRow> {

    private static final int PAGE = 500;

    private final UseRows rows;
    private final Run run;
    private final String step;
    private final Slots.Share share;
    private final Deque<UseRow> page = new ArrayDeque<>();
    private Optional<Range> left = Optional.empty();

    PendingUses(UseRows rows, Run run, String step, Slots.Share share) {
        this.rows = rows;
        this.run = run;
        this.step = step;
        this.share = share;
    }

    @Override
    public synchronized @Nullable UseRow read() {
        if (page.isEmpty()) {
            Range next = left.orElseGet(this::begin);
            page.addAll(rows.page(run, next, PAGE));
            left = Optional.of(page.isEmpty() ? next : new Range(page.getLast().position(), next.last()));
        }
        return page.poll();
    }

    private Range begin() {
        Range all = rows.range(run, share);
        return new Range(Math.max(all.after(), rows.reached(run, step)), all.last());
    }
}
