package org.trainingaudit.nightly;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.trainingaudit.nightly.UseRows.Found;
import org.trainingaudit.nightly.UseRows.Range;
import org.trainingaudit.nightly.UseRows.UseRow;

/** Reads the uses of a share behind the one that its step came to, so a restart needs no position of its own. */
class PendingUses implements ItemReader<UseRow> {

    private static final int PAGE = 500;

    private final UseRows rows;
    private final Run run;
    private final Deque<UseRow> page = new ArrayDeque<>();
    private Range left;

    PendingUses(UseRows rows, Run run, String step, Slots.Share share) {
        this.rows = rows;
        this.run = run;
        Range all = rows.range(run, share);
        this.left = new Range(Math.max(all.after(), rows.reached(run, step)), all.last());
    }

    @Override
    public synchronized @Nullable UseRow read() {
        while (page.isEmpty() && !left.isEmpty()) {
            fill();
        }
        return page.poll();
    }

    private void fill() {
        List<Found> found = rows.page(run, left, PAGE);
        found.stream().filter(Found::included).map(Found::row).forEach(page::add);
        left = found.isEmpty()
                ? new Range(left.last(), left.last())
                : new Range(found.get(found.size() - 1).row().position(), left.last());
    }
}
